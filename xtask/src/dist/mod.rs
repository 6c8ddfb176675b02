//! The build: from the sources to one folder of static files, step by step.

mod module;
mod optimize;
mod pack;
mod page;
mod script;
mod stage;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use self::stage::Stage;
use crate::progress::Progress;
use crate::{paths, run, tools};

pub use self::module::{CORE, EXTRAS, IDENTITY, READER, SEARCH};
pub use self::pack::bundled as bundled_pack;
pub use self::script::{BASE, LOADER, TAKE, TOOLS};

/// The folder that is built, served and tested unless another is named.
pub const DEFAULT_OUT: &str = "dist";

/// The dataset that is bundled and shown unless another is named.
pub const DEFAULT_DATASET: &str = "src/dataset/bundled/belarus-base.json";

/// What to build.
pub struct Plan {
    pub dataset: PathBuf,
    /// Whether the widget carries the dataset; the pages show it either way.
    bundle: bool,
    pub out: PathBuf,
}

impl Plan {
    /// Paths are meant as the person typed them: from where they are, but the defaults from the root.
    pub fn new(dataset: PathBuf, bundle: bool, out: PathBuf) -> Result<Self> {
        let locate = |path: PathBuf, default: &str| {
            if path == Path::new(default) {
                return Ok(paths::in_root(path));
            }
            std::path::absolute(&path).with_context(|| format!("not a path: {}", path.display()))
        };
        Ok(Self { dataset: locate(dataset, DEFAULT_DATASET)?, bundle, out: locate(out, DEFAULT_OUT)? })
    }

    /// Whether the demo pages belong to it: they show claims of the default dataset by their ids.
    fn has_demo(&self) -> bool {
        self.bundle && self.dataset == paths::in_root(DEFAULT_DATASET)
    }

    /// What a build without options builds.
    pub fn standard() -> Result<Self> {
        Self::new(DEFAULT_DATASET.into(), true, DEFAULT_OUT.into())
    }
}

/// Builds everything. The folder of the last build is replaced only at the very end.
pub fn build(plan: &Plan, progress: &Progress) -> Result<()> {
    tools::ensure_for_build()?;
    let _lock = stage::lock()?;
    let stage = Stage::new(&plan.out)?;
    let out = stage.folder();

    let command = "factcheck command";
    progress.step(command, || {
        let arguments = ["build", "--release", "--features", "cli", "--bin", "factcheck"];
        run::quiet(&mut run::cargo(&arguments), command, progress)
    })?;

    let bundle = if plan.bundle {
        Some(progress.step("bundled pack", || pack::write(&plan.dataset))?)
    } else {
        pack::remove()?;
        None
    };
    // After the pack, whose writer explains a bad dataset better.
    let id = dataset_id(&plan.dataset)?;
    for module in
        [module::core(bundle), module::reader(), module::identity(), module::search(), module::extras()]
    {
        module.build(out, progress)?;
    }
    progress.step("scripts", || script::build(out))?;
    progress.step("interface texts and style sheet", || script::base(out))?;
    progress.step("dataset files", || dataset_files(&plan.dataset, &id, out))?;
    progress.step("pages", || {
        if plan.has_demo() {
            return page::copy(&plan.dataset, out);
        }
        let from = out.join(format!("{id}.html"));
        fs::copy(from, out.join("index.html")).map(drop).context("cannot write the first page")
    })?;
    stage.publish()
}

/// The dataset as a page, as a pack, as itself, and the schema of all datasets.
fn dataset_files(dataset: &Path, id: &str, out: &Path) -> Result<()> {
    let write = |verb: &str, options: &[&str], file: String| {
        let mut factcheck = run::command(paths::factcheck());
        factcheck.arg(verb);
        if verb != "schema" {
            factcheck.arg(dataset);
        }
        factcheck.args(options).arg("--out").arg(out.join(file)).arg("--force");
        run::read(&mut factcheck)
    };
    write("render", &["--page", "--script", LOADER], format!("{id}.html"))?;
    write("pack", &[], format!("{id}.pack"))?;
    write("schema", &[], "dataset.schema.json".to_string())?;
    fs::copy(dataset, out.join(format!("{id}.json"))).context("cannot copy the dataset")?;
    Ok(())
}

/// The dataset's own name, which becomes a file name.
fn dataset_id(dataset: &Path) -> Result<String> {
    let name = paths::shown(dataset);
    let text = fs::read_to_string(dataset).with_context(|| format!("cannot read the dataset {name}"))?;
    let value: Value = serde_json::from_str(&text).with_context(|| format!("{name} is not JSON"))?;
    let Some(id) = value.get("id").and_then(Value::as_str) else {
        bail!("{name} has no `id`: it names the files built from the dataset");
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if id.is_empty() || id.starts_with('.') || !id.chars().all(is_plain) {
        bail!("{name}: the id `{id}` cannot be a file name");
    }
    Ok(id.to_string())
}
