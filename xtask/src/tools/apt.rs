//! Debian's packages, where we are allowed to install them.

use std::fs;
use std::process::Command;
use std::sync::OnceLock;

use anyhow::Result;

use crate::run;

/// Whether this is Debian or one of its children, and we are root.
pub fn may_install() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    is_debian(&release) && is_root()
}

/// Fetches the package lists, once, and installs these packages.
pub fn install(packages: &[&str]) -> Result<()> {
    static LISTS: OnceLock<bool> = OnceLock::new();
    // Old lists may still do, so a failure here is left for the installation to report.
    LISTS.get_or_init(|| run::loud(apt_get().args(["update", "-qq"])).is_ok());
    run::loud(apt_get().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

/// What a person would type.
pub fn by_hand(packages: &[&str]) -> String {
    let packages = packages.join(" ");
    format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {packages}")
}

fn apt_get() -> Command {
    let mut command = run::command("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    // A machine that has just started may be updating itself.
    command.args(["-o", "DPkg::Lock::Timeout=300"]);
    command
}

fn is_debian(release: &str) -> bool {
    release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|ids| ids.trim_matches('"').split(' '))
        .any(|id| id == "debian" || id == "ubuntu")
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|it| it.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_its_children_are_recognized() {
        assert!(is_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(is_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_debian("ID=fedora\nVERSION_ID=debian\n"));
    }
}
