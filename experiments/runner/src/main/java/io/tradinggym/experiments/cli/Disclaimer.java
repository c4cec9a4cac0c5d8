package io.tradinggym.experiments.cli;

/** What every command and report says about risk. */
final class Disclaimer {
  static final String PURPOSE = "For education and simulation only; not investment advice.";
  static final String LIMITS = "Past and simulated results promise nothing.";

  private Disclaimer() {}
}
