//! Circles among records that name one another.

use std::collections::VecDeque;

const NONE: usize = usize::MAX;

/// Finds the circles of a graph, `next[node]` being whom each node names: of all circles that hang together the shortest
/// through their smallest node, which stands first. Takes time in proportion to nodes and names, and no recursion.
pub(super) fn circles(next: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let component = components(next);
    let mut seen = vec![false; next.len()];
    let mut from = vec![NONE; next.len()];
    let mut found = Vec::new();
    for start in 0..next.len() {
        if !std::mem::replace(&mut seen[component[start]], true) {
            found.extend(way_back(next, &component, start, &mut from));
        }
    }
    found
}

/// The shortest way from a node back to itself, by breadth, within its component.
fn way_back(
    next: &[Vec<usize>],
    component: &[usize],
    start: usize,
    from: &mut [usize],
) -> Option<Vec<usize>> {
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        for &to in next[node].iter().filter(|to| component[**to] == component[start]) {
            if to == start {
                let mut way: Vec<usize> =
                    std::iter::successors(Some(node), |at| (*at != start).then(|| from[*at])).collect();
                way.reverse();
                return Some(way);
            }
            if from[to] == NONE {
                from[to] = node;
                queue.push_back(to);
            }
        }
    }
    None
}

/// Numbers the strongly connected components (Tarjan, with a stack of its own): of each node the number of its component.
fn components(next: &[Vec<usize>]) -> Vec<usize> {
    let mut walk =
        Walk { order: vec![NONE; next.len()], low: vec![NONE; next.len()], waiting: Vec::new(), clock: 0 };
    let mut component = vec![NONE; next.len()];
    let mut path: Vec<(usize, usize)> = Vec::new(); // a node, and how many of its names are walked
    let mut count = 0;
    for root in 0..next.len() {
        if walk.order[root] != NONE {
            continue;
        }
        walk.enter(root);
        path.push((root, 0));
        while let Some((node, edge)) = path.last_mut() {
            let node = *node;
            if let Some(&to) = next[node].get(*edge) {
                *edge += 1;
                if walk.order[to] == NONE {
                    walk.enter(to);
                    path.push((to, 0));
                } else if component[to] == NONE {
                    walk.low[node] = walk.low[node].min(walk.order[to]);
                }
                continue;
            }
            path.pop();
            if let Some((above, _)) = path.last() {
                walk.low[*above] = walk.low[*above].min(walk.low[node]);
            }
            if walk.low[node] == walk.order[node] {
                for member in walk.leave(node) {
                    component[member] = count;
                }
                count += 1;
            }
        }
    }
    component
}

/// What Tarjan's walk remembers.
struct Walk {
    order: Vec<usize>,
    low: Vec<usize>,
    waiting: Vec<usize>,
    clock: usize,
}

impl Walk {
    fn enter(&mut self, node: usize) {
        (self.order[node], self.low[node]) = (self.clock, self.clock);
        self.clock += 1;
        self.waiting.push(node);
    }

    /// Takes the component that a node is the first of.
    fn leave(&mut self, node: usize) -> Vec<usize> {
        let first = self.waiting.iter().rposition(|waiting| *waiting == node).unwrap_or(0);
        self.waiting.split_off(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_found_once_at_their_smallest_node() {
        type Lists = &'static [&'static [usize]];
        let cases: [(Lists, Lists); 8] = [
            (&[], &[]),
            (&[&[1], &[2], &[]], &[]),
            (&[&[0]], &[&[0]]),
            (&[&[1], &[0]], &[&[0, 1]]),
            (&[&[1], &[2], &[1]], &[&[1, 2]]), // a tail that leads into a circle
            (&[&[3], &[0], &[1], &[2, 1]], &[&[0, 3, 1]]), // the shorter of two
            (&[&[1], &[0, 2], &[3], &[2], &[4]], &[&[0, 1], &[2, 3], &[4]]),
            (&[&[1, 2], &[3], &[3], &[]], &[]), // two ways to one node
        ];
        for (next, expected) in cases {
            let next: Vec<Vec<usize>> = next.iter().map(|names| names.to_vec()).collect();
            assert_eq!(circles(&next), expected, "{next:?}");
        }
    }

    #[test]
    fn a_long_circle_needs_no_deep_stack() {
        let many = 200_000;
        let next: Vec<Vec<usize>> = (0..many).map(|node| vec![(node + 1) % many]).collect();
        assert_eq!(circles(&next), [(0..many).collect::<Vec<_>>()]);
    }
}
