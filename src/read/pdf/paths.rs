//! Paths of `hayro` as straight polygons.

use hayro_interpret::kurbo::{BezPath, PathEl, Point};

/// Corners in order.
pub(super) type Polygon = Vec<(f64, f64)>;

/// The subpaths of a path with straight edges only; those with curves are no ruling lines.
pub(super) fn polygons(path: &BezPath, curves: &mut usize) -> Vec<Polygon> {
    let mut found: Vec<Polygon> = Vec::new();
    let mut curved = false;
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => {
                drop_if(curved, &mut found);
                curved = false;
                found.push(vec![coordinates(*p)]);
            }
            PathEl::LineTo(p) => extend(&mut found, *p),
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => {
                *curves += 1;
                curved = true;
            }
            PathEl::ClosePath => {}
        }
    }
    drop_if(curved, &mut found);
    found
}

fn drop_if(curved: bool, found: &mut Vec<Polygon>) {
    if curved {
        found.pop();
    }
}

/// The straight stretches of a path, closed where the path says so.
pub(super) fn straight_stretches(path: &BezPath, curves: &mut usize) -> Vec<Polygon> {
    let mut found: Vec<Polygon> = Vec::new();
    let mut start = (0.0, 0.0);
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => {
                start = coordinates(*p);
                found.push(vec![start]);
            }
            PathEl::LineTo(p) => extend(&mut found, *p),
            PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => {
                *curves += 1;
                found.push(vec![coordinates(*p)]);
            }
            PathEl::ClosePath => {
                if let Some(last) = found.last_mut() {
                    last.push(start);
                }
            }
        }
    }
    found
}

fn extend(found: &mut [Polygon], p: Point) {
    if let Some(last) = found.last_mut() {
        last.push(coordinates(p));
    }
}

fn coordinates(p: Point) -> (f64, f64) {
    (p.x, p.y)
}
