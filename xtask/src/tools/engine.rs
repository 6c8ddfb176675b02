//! The three browser engines that the tests run in.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::find::on_path;
use super::{Tool, apt, geckodriver};

/// A browser engine and its driver.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// Not Safari, but its engine's relative that runs on Linux.
    WebKitGtk,
}

impl Engine {
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKitGtk => "WebKitGTK",
        }
    }

    /// Makes sure of the browser, its driver and what they need to run without a screen.
    pub fn ensure(self) -> Result<()> {
        self.packages().ensure()?;
        if self == Self::Firefox {
            // Debian packages no geckodriver.
            geckodriver().ensure()?;
        }
        Ok(())
    }

    /// The program that drives the browser.
    pub fn driver(self) -> Result<PathBuf> {
        let name = match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKitGtk => "WebKitWebDriver",
        };
        on_path(name).with_context(|| format!("cannot find {name} on the PATH"))
    }

    fn packages(self) -> Tool {
        let packages = self.debian_packages();
        Tool {
            name: format!("{} ({})", self.name(), packages.join(", ")),
            found: Box::new(move || self.is_complete()),
            takes: "1 to 3 minutes",
            install: apt::may_install()
                .then(|| -> Box<dyn Fn() -> Result<()>> { Box::new(move || apt::install(packages)) }),
            by_hand: apt::by_hand(packages),
        }
    }

    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKitGtk => &["webkit2gtk-driver", "xvfb", "xauth"],
        }
    }

    /// Whether one program of each group is here.
    fn is_complete(self) -> bool {
        let groups: &[&[&str]] = match self {
            Self::Chromium => &[
                &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
                &["chromedriver"],
            ],
            // By this name geckodriver looks for it; Debian's firefox-esr brings it along.
            Self::Firefox => &[&["firefox"]],
            Self::WebKitGtk => &[&["WebKitWebDriver"], &["xvfb-run"], &["xauth"]],
        };
        groups.iter().all(|names| names.iter().any(|name| on_path(name).is_some()))
    }
}
