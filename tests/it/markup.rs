//! HTML read back: what html5ever, a browser's parser, makes of markup, as a flat list of events.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use factcheck::html::{StepKind, Tree};

/// The tree as `<name`, `@name=value`, text in quotes, and `>` for the end of an element.
pub fn events_of(tree: &Tree) -> Vec<String> {
    let mut rest = tree.step_text();
    let mut events: Vec<String> = Vec::new();
    for step in tree.steps() {
        let (text, after) = rest.split_at(step.len as usize);
        rest = after;
        match step.kind {
            StepKind::Open => events.push(format!("<{text}")),
            StepKind::Name => events.push(format!("@{text}")),
            StepKind::Value => {
                let name = events.pop().unwrap_or_default();
                events.push(format!("{name}={text}"));
            }
            StepKind::Text => events.push(format!("{text:?}")),
            StepKind::Close => events.push(">".into()),
        }
    }
    assert_eq!(rest, "", "every text belongs to a step");
    events
}

/// What the parser makes of a fragment within a `div`, in the same form.
pub fn events_of_fragment(html: &str) -> Vec<String> {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = parse_fragment(RcDom::default(), ParseOpts::default(), context, vec![], false).one(html);
    let mut events = Vec::new();
    for root in dom.document.children.borrow().iter() {
        root.children.borrow().iter().for_each(|it| collect(it, &mut events));
    }
    events
}

/// A part of markup as the parser sees it.
pub enum Part {
    /// An element begins: its name, its attributes.
    Open(String, Vec<(String, String)>),
    /// Text.
    Text(String),
}

/// The elements and texts of a fragment within a `div`, in order.
pub fn parts_of_fragment(html: &str) -> Vec<Part> {
    fn collect(node: &Handle, parts: &mut Vec<Part>) {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let attributes = attrs.borrow();
                let attributes =
                    attributes.iter().map(|it| (it.name.local.to_string(), it.value.to_string()));
                parts.push(Part::Open(name.local.to_string(), attributes.collect()));
            }
            NodeData::Text { contents } => parts.push(Part::Text(contents.borrow().to_string())),
            _ => {}
        }
        node.children.borrow().iter().for_each(|it| collect(it, parts));
    }
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = parse_fragment(RcDom::default(), ParseOpts::default(), context, vec![], false).one(html);
    let mut parts = Vec::new();
    for root in dom.document.children.borrow().iter() {
        root.children.borrow().iter().for_each(|it| collect(it, &mut parts));
    }
    parts
}

/// What the parser makes of a whole page, contents of templates included, and what it finds wrong.
pub fn events_of_page(html: &str) -> (Vec<String>, Vec<String>) {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut events = Vec::new();
    dom.document.children.borrow().iter().for_each(|it| collect(it, &mut events));
    let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
    (events, errors)
}

fn collect(node: &Handle, events: &mut Vec<String>) {
    match &node.data {
        NodeData::Element { name, attrs, template_contents, .. } => {
            events.push(format!("<{}", name.local));
            events.extend(attrs.borrow().iter().map(|it| format!("@{}={}", it.name.local, it.value)));
            if let Some(contents) = template_contents.borrow().as_ref() {
                contents.children.borrow().iter().for_each(|it| collect(it, events));
            }
            node.children.borrow().iter().for_each(|it| collect(it, events));
            events.push(">".into());
        }
        NodeData::Text { contents } => events.push(format!("{:?}", &**contents.borrow())),
        NodeData::Comment { contents } => events.push(format!("<!--{contents}")),
        NodeData::Doctype { name, .. } => events.push(format!("<!{name}")),
        other => events.push(format!("{other:?}")),
    }
}
