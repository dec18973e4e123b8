package dev.assay.engine.drawing;

import dev.assay.engine.plan.Plan;

/** The languages in which a network can be drawn. */
public enum Drawing {
  /** For Markdown: GitHub, GitLab and many editors show it as a picture. */
  MERMAID,
  /** For Graphviz. */
  DOT,
  /** A picture that any browser shows, in light and in dark. */
  SVG;

  /** The network of a plan, from its inputs to its outputs. */
  public String draw(Plan plan) {
    Sketch sketch = Sketch.of(plan);
    return switch (this) {
      case MERMAID -> Mermaid.write(sketch);
      case DOT -> Dot.write(sketch);
      case SVG -> Svg.write(sketch, Layout.of(sketch));
    };
  }
}
