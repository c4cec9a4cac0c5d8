package io.tradinggym.experiments;

/** Which code runs. */
public final class CodeVersion {
  private CodeVersion() {}

  /** Version and commit; the launcher hands in the commit. */
  public static String describe() {
    return "0.1.0-SNAPSHOT "
        + System.getProperty("tradinggym.commit", "commit unknown")
        + ", Java "
        + Runtime.version().feature();
  }
}
