package io.tradinggym.examples.lessons.cli;

import io.tradinggym.experiments.cli.CommandProvider;

/** Adds {@code lessons} to {@code experiments/run}. */
public final class LessonsProvider implements CommandProvider {
  /** For the service loader. */
  public LessonsProvider() {}

  @Override
  public Object command() {
    return new LessonsCommand();
  }
}
