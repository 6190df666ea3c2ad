//! Settings as a file again.

use crate::settings::Settings;

impl Settings {
    /// The settings as a file that gives the same ones.
    pub fn to_toml(&self) -> String {
        use toml::{Table, Value};
        let text = |s: &str| Value::String(s.to_owned());
        let list = |items: &[String]| Value::Array(items.iter().map(|s| text(s)).collect());
        let mut top = Table::new();
        let mut put = |key: &str, value: Option<Value>| {
            if let Some(value) = value {
                top.insert(key.to_owned(), value);
            }
        };
        put("fail-on", self.fail_on.map(|s| text(s.name())));
        put("fail-under", self.fail_under.map(Value::Float));
        put("fail-on-abstain", self.fail_on_abstain.map(Value::Boolean));
        put("inline-ignores", self.inline_ignores.map(Value::Boolean));
        put("deny", (!self.deny.is_empty()).then(|| list(&self.deny)));
        put("min-level", self.min_level.map(|s| text(s.name())));
        put("format", self.format.as_deref().map(text));
        put("exclude", (!self.exclude.is_empty()).then(|| list(&self.exclude)));
        put("preset", self.preset.map(|p| text(p.name())));
        put("publisher", self.publisher.as_deref().map(text));
        put("baseline", self.baseline.as_ref().map(|p| text(&p.to_string_lossy())));
        let lexicons: Vec<String> = self.lexicons.iter().map(|p| p.to_string_lossy().into_owned()).collect();
        put("lexicons", (!lexicons.is_empty()).then(|| list(&lexicons)));
        let signals: Table = self
            .signals
            .iter()
            .map(|(k, v)| (k.clone(), Value::Boolean(*v)))
            .collect();
        put("signals", (!signals.is_empty()).then_some(Value::Table(signals)));
        let caps: Table = self.caps.iter().map(|(k, v)| (k.clone(), Value::Float(*v))).collect();
        put("caps", (!caps.is_empty()).then_some(Value::Table(caps)));
        let ignore = self.ignore.iter().map(|entry| {
            let fields = [
                ("rule", Some(&entry.rule)),
                ("text", entry.text.as_ref()),
                ("path", entry.path.as_ref()),
            ];
            let fields = fields.into_iter().chain([("reason", entry.reason.as_ref())]);
            Value::Table(fields.filter_map(|(k, v)| Some((k.to_owned(), text(v?)))).collect())
        });
        put(
            "ignore",
            (!self.ignore.is_empty()).then(|| Value::Array(ignore.collect())),
        );
        toml::to_string(&top).unwrap_or_default()
    }
}
