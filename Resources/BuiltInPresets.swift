/// The keys of another program, as the `[keys]` tables of a configuration file; nil for a name that
/// is none of `newsboat`, `tig`, `emacs` and `less`.
public func builtInKeyPreset(_ name: String) -> String? {
  let bytes: [UInt8]
  switch name {
  case "newsboat": bytes = PackageResources.newsboat_toml
  case "tig": bytes = PackageResources.tig_toml
  case "emacs": bytes = PackageResources.emacs_toml
  case "less": bytes = PackageResources.less_toml
  default: return nil
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The names of the themes that are compiled in, in alphabetical order.
public let builtInThemeNames = [
  "catppuccin-latte",
  "catppuccin-mocha",
  "dracula",
  "gruvbox-dark",
  "gruvbox-light",
  "nord",
  "one-dark",
  "one-light",
  "rose-pine",
  "rose-pine-dawn",
  "solarized-dark",
  "solarized-light",
  "tokyo-night",
  "tokyo-night-day",
]

/// A theme that is compiled in, as the text of its file; nil for another name.
public func builtInTheme(_ name: String) -> String? {
  let bytes: [UInt8]
  switch name {
  case "catppuccin-latte": bytes = PackageResources.catppuccin_latte_toml
  case "catppuccin-mocha": bytes = PackageResources.catppuccin_mocha_toml
  case "dracula": bytes = PackageResources.dracula_toml
  case "gruvbox-dark": bytes = PackageResources.gruvbox_dark_toml
  case "gruvbox-light": bytes = PackageResources.gruvbox_light_toml
  case "nord": bytes = PackageResources.nord_toml
  case "one-dark": bytes = PackageResources.one_dark_toml
  case "one-light": bytes = PackageResources.one_light_toml
  case "rose-pine": bytes = PackageResources.rose_pine_toml
  case "rose-pine-dawn": bytes = PackageResources.rose_pine_dawn_toml
  case "solarized-dark": bytes = PackageResources.solarized_dark_toml
  case "solarized-light": bytes = PackageResources.solarized_light_toml
  case "tokyo-night": bytes = PackageResources.tokyo_night_toml
  case "tokyo-night-day": bytes = PackageResources.tokyo_night_day_toml
  default: return nil
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The names of months and weekdays in some twenty languages, as text; see its first lines.
public var builtInDateNames: String {
  String(decoding: PackageResources.date_names_txt, as: UTF8.self)
}
