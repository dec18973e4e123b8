package dev.assay.mlflow;

/**
 * Addresses of the server's pages. Without the mode they would open its pages for language models.
 */
record Links(Address server) {

  private static final String MODE = "workflowType=machine_learning";

  String run(String experiment, String run) {
    return "%s/#/experiments/%s/runs/%s?%s".formatted(server, experiment, run, MODE);
  }

  /** The table and the charts of an experiment, as a stored view shows them. */
  String view(String experiment, String view) {
    return "%s/#/experiments/%s/runs?viewStateShareKey=%s&compareRunsMode=CHART&%s"
        .formatted(server, experiment, view, MODE);
  }
}
