package dev.assay.engine.report;

/**
 * What a network makes of the samples of one class.
 *
 * @param samples how many there are
 * @param precision of the samples taken for the class, the share that is of it; 0 of none
 * @param recall of the samples of the class, the share that was recognised; 0 of none
 * @param f1 the harmonic mean of both
 */
public record ClassFigures(String name, long samples, double precision, double recall, double f1) {

  /** The figures that follow from what was counted. */
  static ClassFigures of(String name, long hits, long predicted, long samples) {
    return new ClassFigures(
        name,
        samples,
        share(hits, predicted),
        share(hits, samples),
        share(2 * hits, predicted + samples));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
