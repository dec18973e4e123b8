package dev.assay.engine.drawing;

import dev.assay.engine.plan.Plan;
import java.util.function.Function;

/** The languages in which a network can be drawn. */
public enum Drawing {
  /** For Markdown: GitHub, GitLab and many editors show it as a picture. */
  MERMAID(Mermaid::write),
  /** For Graphviz. */
  DOT(Dot::write),
  /** A picture that any browser shows, in light and in dark. */
  SVG(sketch -> Svg.write(sketch, Layout.of(sketch)));

  private final Function<Sketch, String> writer;

  Drawing(Function<Sketch, String> writer) {
    this.writer = writer;
  }

  /** The network of a plan, from its inputs to its outputs. */
  public String draw(Plan plan) {
    return writer.apply(Sketch.of(plan));
  }
}
