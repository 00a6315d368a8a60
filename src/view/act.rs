//! What the reader's click changes.

use super::{Action, Answer, Scope, is_on, listed};
use crate::report::Report;
use crate::settings::{LENGTHS, Settings, State};

/// The answer after an action, without reading the page again.
pub fn act(action: &Action, report: &Report, mut state: State, mut settings: Settings) -> Answer {
    let before = settings.clone();
    match action {
        Action::Show { node } => {
            state.shown.push(*node);
            state.hidden.retain(|n| n != node);
        }
        Action::Hide { node } => {
            state.shown.retain(|n| n != node);
            if report.maybe.iter().any(|b| b.node == *node) {
                state.hidden.push(*node);
            }
        }
        Action::ShowAll => state.shown = listed(report, &state, &settings).map(|b| b.node).collect(),
        Action::HideAll => state.shown.clear(),
        Action::Scope { scope, on } => switch(*scope, *on, report, &mut state, &mut settings),
        Action::Toggle { scope } => {
            let on = match scope {
                Scope::Page => is_on(report, &state, &settings),
                Scope::Site => settings.on_for(report.host.as_deref()),
                Scope::Everywhere => settings.everywhere,
            };
            switch(*scope, !on, report, &mut state, &mut settings);
        }
        Action::Length { sentences } if LENGTHS.contains(sentences) => settings.sentences = *sentences,
        Action::Length { .. } | Action::Jump { .. } => {}
    }
    let changed = settings != before;
    Answer::new(report, state, &settings, changed)
}

fn switch(scope: Scope, on: bool, report: &Report, state: &mut State, settings: &mut Settings) {
    match scope {
        Scope::Page => state.page = Some(on),
        Scope::Site => {
            // A page without a host (a file) has no site to remember: the switch then holds for the page.
            match &report.host {
                Some(host) => {
                    settings.set_site(host, on);
                    state.page = None;
                }
                None => state.page = Some(on),
            }
        }
        Scope::Everywhere => {
            settings.set_everywhere(on);
            state.page = None;
        }
    }
}
