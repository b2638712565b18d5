//! Shares of an amount that add up to it, in whole coins.

/// An amount shared in proportion to weights: to each its share rounded down, then one coin more where most was cut off; of
/// equals, whoever comes first in `order`.
///
/// No share is more than its weight while the amount is no more than all weights together. Nothing is shared where no weight is.
#[must_use]
pub fn shared(amount: i128, weights: &[i128], order: &[usize]) -> Vec<i128> {
    let total: i128 = weights.iter().sum();
    if total <= 0 || amount <= 0 {
        return vec![0; weights.len()];
    }
    let parts: Vec<(i128, i128)> = weights.iter().map(|weight| divided(amount, *weight, total)).collect();
    let mut shares: Vec<i128> = parts.iter().map(|(share, _)| *share).collect();
    let left = shares.iter().fold(amount, |left, share| left.saturating_sub(*share));
    let mut cut: Vec<(i128, usize)> = Vec::new();
    for one in order.iter().filter_map(|index| parts.get(*index).map(|(_, cut)| (*cut, *index))) {
        cut.insert(cut.partition_point(|(known, _)| *known >= one.0), one);
    }
    for (_, index) in cut.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        if let Some(share) = shares.get_mut(index) {
            *share = share.saturating_add(1);
        }
    }
    shares
}

/// The part of an amount that falls on the first `units` of so many equal ones; the first ones bear the odd coins.
#[cfg(feature = "settlement")]
#[must_use]
pub fn portion(amount: i128, units: u32, of: u32) -> i128 {
    let (units, of) = (i128::from(units), i128::from(of.max(1)));
    let (each, odd) = (amount.div_euclid(of), amount.rem_euclid(of));
    each.saturating_mul(units).saturating_add(odd.min(units))
}

/// `amount` times `weight` by `total`, rounded down, and what is cut off; the product may be larger than any number here. No
/// weight is more than the total.
fn divided(amount: i128, weight: i128, total: i128) -> (i128, i128) {
    let (mut share, mut cut) = (0_i128, 0_i128);
    for bit in (0..i128::BITS.saturating_sub(1)).rev() {
        (share, cut) = (share.saturating_add(share), cut.saturating_add(cut));
        if (amount >> bit) & 1 == 1 {
            cut = cut.saturating_add(weight);
        }
        while cut >= total {
            cut = cut.saturating_sub(total);
            share = share.saturating_add(1);
        }
    }
    (share, cut)
}
