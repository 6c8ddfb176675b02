//! Maps of data sets that many people have, by name.

/// The names of the maps that come with the program, and the maps.
pub const PRESETS: &[(&str, &str)] = &[
    ("claimskg", include_str!("maps/claimskg.toml")),
    ("clef-checkthat", include_str!("maps/clef-checkthat.toml")),
    ("climate-fever", include_str!("maps/climate-fever.toml")),
    ("euvsdisinfo", include_str!("maps/euvsdisinfo.toml")),
    ("perspectrum", include_str!("maps/perspectrum.toml")),
    ("trump-lies", include_str!("maps/trump-lies.toml")),
    ("vox-medical", include_str!("maps/vox-medical.toml")),
    ("vox-propaganda", include_str!("maps/vox-propaganda.toml")),
];

/// The text of the map of a name.
pub fn preset(name: &str) -> Option<&'static str> {
    PRESETS.iter().find(|(it, _)| *it == name).map(|(_, text)| *text)
}
