//! The elements and attributes that occur.

/// Declares an enum of names.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($(#[$only:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum $name { $($(#[$only])* $variant),* }

        impl $name {
            /// Every name.
            pub const ALL: &'static [$name] = &[$($(#[$only])* $name::$variant),*];

            /// The name as HTML writes it.
            pub fn as_str(self) -> &'static str {
                match self { $($(#[$only])* $name::$variant => $text),* }
            }
        }
    };
}

names! {
    /// The elements that occur. Only `input` is void; none holds raw text, in which references would mean nothing.
    Tag {
        A = "a", Article = "article", Blockquote = "blockquote", Button = "button", Cite = "cite",
        Details = "details", Div = "div", Fieldset = "fieldset", Footer = "footer", H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6",
        Header = "header", Input = "input", Label = "label", Legend = "legend", Li = "li", Nav = "nav", Ol = "ol",
        OptionTag = "option", P = "p", Search = "search", Section = "section", Select = "select", Slot = "slot",
        Span = "span", Strong = "strong", Summary = "summary", Table = "table", Tbody = "tbody", Td = "td",
        Th = "th", Time = "time", Tr = "tr", Ul = "ul",
        #[cfg(feature = "extras")]
        Textarea = "textarea",
        // Of SVG.
        #[cfg(feature = "extras")]
        Circle = "circle",
        #[cfg(feature = "extras")]
        G = "g",
        #[cfg(feature = "extras")]
        Line = "line",
        #[cfg(feature = "extras")]
        Svg = "svg",
        #[cfg(feature = "extras")]
        SvgText = "text",
        #[cfg(feature = "extras")]
        Title = "title",
    }
}

names! {
    /// The attributes that occur.
    Attribute {
        AriaHidden = "aria-hidden", AriaLabel = "aria-label", AriaLabelledby = "aria-labelledby",
        Cite = "cite", Class = "class",
        #[cfg(feature = "extras")]
        DataClaim = "data-claim",
        #[cfg(feature = "extras")]
        DataSrc = "data-src",
        Datetime = "datetime", Dir = "dir", Href = "href", Id = "id",
        Lang = "lang", Name = "name", Part = "part",
        #[cfg(feature = "extras")]
        Readonly = "readonly",
        Rel = "rel", Role = "role", Scope = "scope", Slot = "slot", Type = "type",
        Value = "value",
        // Of SVG.
        #[cfg(feature = "extras")]
        Cx = "cx",
        #[cfg(feature = "extras")]
        Cy = "cy",
        #[cfg(feature = "extras")]
        Height = "height",
        #[cfg(feature = "extras")]
        R = "r",
        #[cfg(feature = "extras")]
        Width = "width",
        #[cfg(feature = "extras")]
        X = "x",
        #[cfg(feature = "extras")]
        X1 = "x1",
        #[cfg(feature = "extras")]
        X2 = "x2",
        #[cfg(feature = "extras")]
        Y = "y",
        #[cfg(feature = "extras")]
        Y1 = "y1",
        #[cfg(feature = "extras")]
        Y2 = "y2",
    }
}
