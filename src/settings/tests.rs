//! Claims about what is remembered, and about what storage and files may hold.

use super::*;

#[test]
fn a_site_keeps_its_own_say_and_no_needless_entry() {
    let mut settings = Settings::default();
    assert!(settings.on_for(Some("news.example")) && settings.on_for(None));
    settings.set_site("news.example", false);
    assert!(!settings.on_for(Some("news.example")) && settings.on_for(Some("other.example")));
    settings.set_site("news.example", true);
    assert!(settings.sites.is_empty());
    settings.set_everywhere(false);
    settings.set_site("news.example", true);
    assert!(settings.on_for(Some("news.example")) && !settings.on_for(Some("other.example")));
    settings.set_everywhere(true);
    settings.set_everywhere(false);
    assert!(settings.on_for(Some("news.example")), "turning the general switch and turning it back takes no site's say away");
}

#[test]
fn only_appeals_are_hidden_unless_asked() {
    let mut settings = Settings::default();
    assert!(settings.hides(Category::Donation) && !settings.hides(Category::Related));
    settings.set_mode(Category::Related, Mode::Dim);
    settings.set_mode(Category::Donation, Mode::Leave);
    assert!(settings.hides(Category::Related) && !settings.hides(Category::Donation));
    settings.set_mode(Category::Related, Mode::Leave);
    settings.set_mode(Category::Donation, Mode::Hide);
    assert_eq!(settings, Settings::default(), "what is as by default is not kept");
}

#[test]
fn a_site_may_treat_a_category_otherwise() {
    let mut settings = Settings::default();
    settings.set_mode_on("news.example", Category::Comments, Some(Mode::Hide));
    assert_eq!(settings.mode_on(Category::Comments, Some("news.example")), Mode::Hide);
    assert_eq!(settings.mode_on(Category::Comments, Some("other.example")), Mode::Leave);
    settings.set_site("news.example", false);
    settings.set_site("news.example", true);
    assert_eq!(settings.sites.len(), 1, "a site with categories of its own stays");
    settings.set_mode_on("news.example", Category::Comments, None);
    assert!(settings.sites.is_empty());
}

#[test]
fn a_site_that_is_listed_stays_so_whatever_it_does() {
    let mut settings = Settings::default();
    settings.list_site("news.example", true);
    assert_eq!(settings.sites, [Site::new("news.example", true)]);
    settings.set_field("site-news.example", "off");
    settings.set_field("site-news.example", "on");
    assert_eq!(settings.sites.len(), 1, "a switch that is turned and turned back does not take the row away");
}

#[cfg(feature = "cli")]
mod from_outside {
    use super::*;
    use serde_json::{Value, json};

    fn block() -> Fingerprint {
        Fingerprint::parse("aside 1a2b3c4d /article/main 0").unwrap()
    }

    /// Settings in which nothing is as by default.
    fn full() -> Settings {
        let mut settings = Settings {
            everywhere: false,
            language: "uk",
            kept: vec![OwnBlock { host: "news.example".into(), block: block() }],
            sentences: 6,
            appearance: Appearance { theme: Theme::Dark, side: Side::Left, width: 500, text: 120, page: PageRoom::Push },
            sync_appearance: true,
            ..Settings::default()
        };
        settings.set_mode(Category::Ad, Mode::Dim);
        settings.set_mode(Category::App, Mode::Leave);
        settings.set_site("news.example", true);
        settings.set_mode_on("other.example", Category::Social, Some(Mode::Hide));
        settings.add_block(OwnBlock { host: "news.example".into(), block: block() });
        settings
    }

    fn written(settings: &Settings) -> Value {
        serde_json::to_value(settings).unwrap()
    }

    fn file(settings: &Settings) -> Value {
        json!({"lede": "settings", "settings": settings})
    }

    #[test]
    fn what_is_written_is_read_back() {
        for settings in [Settings::default(), full()] {
            assert_eq!(read(&written(&settings)), (settings, 0));
        }
    }

    #[test]
    fn whatever_is_stored_there_are_settings() {
        for stored in [json!(null), json!("settings"), json!([1, 2]), json!({}), json!({"sites": 4, "appearance": "dark", "version": -1})] {
            assert_eq!(read(&stored).0, Settings::default(), "{stored}");
        }
    }

    /// Each field in turn holds what it may not; the others are kept.
    #[test]
    fn a_damaged_field_costs_only_itself() {
        let default = written(&Settings::default());
        for bad in [json!(null), json!("wrong"), json!(-1), json!([{"host": 4}]), json!({"x": {}})] {
            for field in ["everywhere", "modes", "sites", "blocks", "sentences", "appearance", "syncAppearance"] {
                let (mut stored, mut expected) = (written(&full()), written(&full()));
                stored[field] = bad.clone();
                expected[field] = default[field].clone();
                assert_eq!(written(&read(&stored).0), expected, "{field} = {bad}");
            }
            for field in ["theme", "side", "width", "text", "page"] {
                let (mut stored, mut expected) = (written(&full()), written(&full()));
                stored["appearance"][field] = bad.clone();
                expected["appearance"][field] = default["appearance"][field].clone();
                assert_eq!(written(&read(&stored).0), expected, "appearance.{field} = {bad}");
            }
        }
    }

    #[test]
    fn damaged_entries_are_counted_and_the_others_kept() {
        let stored = json!({"version": 2,
            "sites": [{"host": "b.example", "on": true}, {"host": "https://a.example/", "on": true}, {"host": "A.example", "on": true},
                {"host": "c.example"}, 7, {"host": "a.example", "on": false}, {"host": "b.example", "on": false}],
            "modes": [{"category": "ad", "mode": "hide"}, {"category": "ad", "mode": "burn"}, {"category": "weather", "mode": "hide"}],
            "blocks": [{"host": "a.example", "block": "Our own words, kept by mistake"}, {"host": "a.example", "block": block()}]});
        let (settings, left_out) = read(&stored);
        assert_eq!(settings.sites, [Site::new("a.example", false), Site::new("b.example", false)], "in order, the last word counts");
        assert_eq!(settings.modes, [Choice { category: Category::Ad, mode: Mode::Hide }]);
        assert_eq!(settings.blocks.len(), 1);
        assert_eq!(left_out, 7);
    }

    #[test]
    fn a_number_out_of_range_is_no_number() {
        for (field, bad) in [("width", 279), ("width", 721), ("text", 79), ("text", 201)] {
            let stored = json!({"appearance": {field: bad}});
            assert_eq!(read(&stored).0.appearance, Appearance::default(), "{field} {bad}");
        }
        assert_eq!(read(&json!({"sentences": 2})).0.sentences, 3);
        assert_eq!(read(&json!({"sentences": 6.5})).0.sentences, 3);
    }

    #[test]
    fn the_first_form_is_carried_over() {
        let (settings, left_out) = read(
            &json!({"version": 1, "everywhere": false, "sites": [{"host": "a.example", "on": true}], "also": ["related", "ad"], "sentences": 1}),
        );
        let mut expected = Settings { everywhere: false, sentences: 1, ..Settings::default() };
        expected.set_site("a.example", true);
        expected.set_mode(Category::Related, Mode::Hide);
        expected.set_mode(Category::Ad, Mode::Hide);
        assert_eq!((settings, left_out), (expected, 0));
        assert!(read(&json!({"version": 2, "also": ["related"]})).0.modes.is_empty(), "a field that the second form does not have");
    }

    #[test]
    fn a_later_form_keeps_its_number() {
        assert_eq!(read(&json!({"version": 9, "everywhere": false, "unheard": true})).0.version, 9);
    }

    #[test]
    fn a_file_brings_back_what_was_exported() {
        let exported = file(&full());
        let taken = import(&Settings { sync_appearance: true, ..Settings::default() }, &exported).unwrap();
        assert_eq!(taken, Import { settings: full(), sites: 2, blocks: 1, kept: 1, left_out: 0 });
    }

    #[test]
    fn a_file_adds_its_sites_and_takes_none_away() {
        let mut mine = Settings::default();
        mine.set_site("mine.example", false);
        mine.set_site("news.example", false);
        mine.add_block(OwnBlock { host: "mine.example".into(), block: block() });
        let taken = import(&mine, &file(&full())).unwrap();
        let hosts: Vec<_> = taken.settings.sites.iter().map(|s| (s.host.as_str(), s.on)).collect();
        assert_eq!(hosts, [("mine.example", Some(false)), ("news.example", Some(true)), ("other.example", None)]);
        assert_eq!(taken.settings.blocks.len(), 2);
        assert!(!taken.settings.sync_appearance, "whether settings travel is decided on each device");
    }

    #[test]
    fn a_wrong_file_is_refused_with_its_reason() {
        let mine = full();
        for other in [json!(null), json!(3), json!([]), json!({}), json!({"lede": "theme"}), json!({"name": "lede", "version": "1.0.0"})] {
            assert_eq!(import(&mine, &other), Err(Refusal::NotOurs), "{other}");
        }
        for damaged in [
            json!({"lede": "settings"}),
            json!({"lede": "settings", "settings": []}),
            json!({"lede": "settings", "settings": {"version": "two"}}),
        ] {
            assert_eq!(import(&mine, &damaged), Err(Refusal::Damaged), "{damaged}");
        }
    }

    #[test]
    fn entries_of_a_file_that_are_not_understood_are_counted() {
        let taken = import(
            &Settings::default(),
            &json!({"lede": "settings", "settings": {"version": 2, "sites": [{"host": "a.example", "on": false}, {"host": "not a host", "on": true}]}}),
        );
        assert_eq!(taken.map(|t| (t.sites, t.left_out)), Ok((1, 1)));
    }
}
