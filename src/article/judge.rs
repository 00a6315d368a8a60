//! Which lines are the story's: two rounds of small learned trees. The first judges each line by itself and what stands around it,
//! the second again with what the first made of its neighbours and of the elements around it.

use super::features::{FIRST, Order, SECOND, first, second};
use super::opinion::Opinion;
use super::scene::Scene;
use crate::error::Error;
use crate::model::{Trees, probability};
use crate::text::Languages;

/// What was learned about article text.
#[derive(Clone, Debug, Default)]
pub struct Model {
    first: Trees,
    second: Trees,
    /// What tells the language of a text.
    pub(super) languages: Languages,
}

impl Model {
    /// Reads the article's sections of a model file; the built-in ones where the file has none.
    ///
    /// # Errors
    /// [`Error::Model`] with the line at fault.
    pub fn read(text: &str) -> Result<Model, Error> {
        let section = |name: &str, features: &[&str]| Trees::read_or_built_in(text, name, features).map(Option::unwrap_or_default);
        Ok(Model { first: section("article", FIRST)?, second: section("article_again", SECOND)?, languages: Languages::read(text) })
    }
}

/// The chance of each line to be the story's, after both rounds.
pub fn judge(scene: &Scene, model: &Model) -> Opinion {
    let opinion = first_opinion(scene, model);
    let chance = (0..scene.lines.len()).map(|i| probability(model.second.score(&second(scene, &opinion, i)))).collect();
    Opinion::of(scene, chance)
}

/// The chances after the first round.
pub fn first_opinion(scene: &Scene, model: &Model) -> Opinion {
    let order = Order::of(scene);
    let chance = (0..scene.lines.len()).map(|i| probability(model.first.score(&first(scene, &order, i)))).collect();
    Opinion::of(scene, chance)
}

/// A line as the learning sees it.
#[derive(Debug)]
pub struct Lesson {
    /// Outside number of its block.
    pub node: u32,
    /// Its text.
    pub text: String,
    /// Values of the first round's features.
    pub first: Vec<f32>,
    /// Values of the second round's features.
    pub second: Vec<f32>,
}

/// All lines of a page with their features, for learning.
pub fn lessons(scene: &Scene, model: &Model) -> Vec<Lesson> {
    let order = Order::of(scene);
    let opinion = first_opinion(scene, model);
    scene
        .lines
        .iter()
        .enumerate()
        .map(|(i, line)| Lesson {
            node: scene.page.number(line.block),
            text: line.text.clone(),
            first: first(scene, &order, i).to_vec(),
            second: second(scene, &opinion, i).to_vec(),
        })
        .collect()
}
