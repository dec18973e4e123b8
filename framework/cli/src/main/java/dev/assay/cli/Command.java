package dev.assay.cli;

/** A verb. Its fields are its options. */
interface Command {

  /** The options that every verb has. */
  CommonOptions common();

  /**
   * Does what it is for.
   *
   * @return the program's exit code
   */
  int run(Shell shell) throws Exception;
}
