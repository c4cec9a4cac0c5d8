package io.tradinggym.examples.lessons.kit;

/**
 * How large a lesson's experiments are: full for a reader, small where {@code LESSON_SCALE=ci} is in the environment or
 * the property {@code lesson.scale} is {@code ci}, as in the build. Claims hold at both.
 */
public final class Size {
  /** Property that the build sets. */
  public static final String PROPERTY = "lesson.scale";

  private Size() {}

  /** Whether experiments are to be small. */
  public static boolean small() {
    return "ci".equals(System.getProperty(PROPERTY, System.getenv("LESSON_SCALE")));
  }

  /**
   * @param full what a reader runs
   * @param ci what the build runs
   */
  public static int of(int full, int ci) {
    return small() ? ci : full;
  }
}
