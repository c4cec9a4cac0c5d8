package io.tradinggym.experiments.report;

/** What every command and report says about risk. */
public final class Disclaimer {
  /** What all of it is for. */
  public static final String PURPOSE = "For education and simulation only; not investment advice.";

  /** What results are worth, and what comes before money. */
  public static final String LIMITS =
      "Past and simulated results promise nothing. Paper first; ask a professional.";

  /** Both, as they stand under results. */
  public static final String TEXT = PURPOSE + " " + LIMITS;

  private Disclaimer() {}
}
