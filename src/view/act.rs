//! What the reader's click changes.

use super::{Action, Answer, Scope, blocks, is_on};
use crate::report::{Message, Report};
use crate::settings::{LENGTHS, Mode, OwnBlock, Settings, State, WIDTHS};

/// The answer after an action, without reading the page again. `report` is given the block that was picked.
pub fn act(action: &Action, report: &mut Report, mut state: State, mut settings: Settings) -> Answer {
    let before = settings.clone();
    let mut refused = false;
    match action {
        Action::Show { node } => show(&mut state, *node),
        Action::Hide { node } => {
            state.shown.retain(|n| n != node);
            if report.maybe.iter().any(|b| b.node == *node) {
                state.hidden.push(*node);
            }
        }
        Action::Keep { node } => match lasting(report, *node) {
            Some(block) => settings.keep_block(block),
            None => show(&mut state, *node),
        },
        Action::GiveUp { node } => {
            state.shown.retain(|n| n != node);
            if let Some(block) = lasting(report, *node) {
                settings.give_up_block(&block);
            }
        }
        Action::Pick { block: Some(block) } => {
            state.shown.retain(|n| *n != block.node);
            state.picked.push(block.node);
            if let (Some(host), Some(shape)) = (&report.host, &block.shape) {
                settings.add_block(OwnBlock { host: host.clone(), block: shape.clone() });
            }
            report.own.retain(|o| o.node != block.node);
            report.own.push(block.clone());
        }
        Action::Pick { block: None } => refused = true,
        Action::Forget { node } => {
            state.picked.retain(|n| n != node);
            let shape = report.own.iter().find(|o| o.node == *node).and_then(|o| o.shape.clone());
            if let (Some(host), Some(block)) = (report.host.clone(), shape) {
                settings.forget_block(&OwnBlock { host, block });
            }
        }
        Action::ShowAll => state.shown = blocks::listed(report, &state, &settings).iter().map(|e| e.node).collect(),
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
        Action::Also { category, on } => settings.set_mode(*category, if *on { Mode::Hide } else { Mode::Leave }),
        Action::Length { sentences } if LENGTHS.contains(sentences) => settings.sentences = *sentences,
        Action::Width { width } => settings.appearance.width = (*width).clamp(*WIDTHS.start(), *WIDTHS.end()),
        Action::Length { .. } | Action::Jump { .. } | Action::Copy { .. } | Action::Speak { .. } | Action::Print | Action::Options => {}
    }
    let changed = settings != before;
    let answer = Answer::new(report, state, &settings, changed);
    if refused { Answer { status: Message::new("note_must_stay"), ..answer } } else { answer }
}

fn show(state: &mut State, node: u32) {
    state.shown.push(node);
    state.hidden.retain(|n| *n != node);
}

/// How a block of clutter is known again on its site.
fn lasting(report: &Report, node: u32) -> Option<OwnBlock> {
    let block = report.blocks.iter().chain(&report.maybe).find(|b| b.node == node)?;
    Some(OwnBlock { host: report.host.clone()?, block: block.shape.clone()? })
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
