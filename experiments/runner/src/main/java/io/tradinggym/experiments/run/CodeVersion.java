package io.tradinggym.experiments.run;

/** Which code runs. */
final class CodeVersion {
  private CodeVersion() {}

  /** Version and commit; the launcher hands in the commit. */
  static String describe() {
    return "0.1.0-SNAPSHOT " + System.getProperty("tradinggym.commit", "commit unknown")
        + ", Java " + Runtime.version().feature();
  }
}
