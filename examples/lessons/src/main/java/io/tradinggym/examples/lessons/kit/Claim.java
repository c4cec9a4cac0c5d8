package io.tradinggym.examples.lessons.kit;

/** The sentence that a lesson ends with, checked. */
public final class Claim {
  private Claim() {}

  /**
   * Prints the claim, or fails with it.
   *
   * @throws AssertionError if it does not hold
   */
  public static void that(boolean holds, String claim) {
    if (!holds) {
      throw new AssertionError("does not hold: " + claim);
    }
    System.out.println("Holds: " + claim);
  }
}
