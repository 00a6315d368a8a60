//! Decimal numbers in few bytes. The standard library reads any number exactly, in 14 KB of wasm; what is read here has a handful of
//! digits.

/// A number as people and programs write it: digits, at most one point, an exponent. Exact for fifteen digits and small exponents.
pub fn number(written: &str) -> Option<f32> {
    let (sign, unsigned) = written.strip_prefix('-').map_or((1.0, written), |rest| (-1.0, rest));
    let (digits, exponent) = unsigned.split_once('e').unwrap_or((unsigned, "0"));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut value = 0.0_f64;
    for digit in whole.chars().chain(part.chars()) {
        value = value * 10.0 + f64::from(digit.to_digit(10)?);
    }
    let power = exponent.parse::<i32>().ok()?.checked_sub(part.len() as i32)?;
    let scale = 10.0_f64.powi(power.saturating_abs());
    let value = if power < 0 { value / scale } else { value * scale };
    (!(whole.is_empty() && part.is_empty()) && value.is_finite()).then_some((sign * value) as f32)
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::model::BUILT_IN;

    #[test]
    fn numbers_are_read_as_the_standard_library_reads_them() {
        let of_the_model = BUILT_IN.split(|c: char| c.is_whitespace() || c == '=').filter(|t| t.parse::<f32>().is_ok());
        let mut count = 0;
        for written in of_the_model.chain(["0", "-0.5", "1e-35", "1.5e3", "7.", ".25", "123456.7"]) {
            assert_eq!(number(written), written.parse().ok(), "{written}");
            count += 1;
        }
        assert!(count > 5000, "{count}");
        for wrong in ["", "-", ".", "x", "1x", "1e", "1 2", "--1", "1e999", "inf", "nan", "1e99999999999"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }
}
