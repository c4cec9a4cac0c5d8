package io.tradinggym.experiments.spark;

import io.tradinggym.experiments.cli.CommandProvider;

/** Brings {@code spark-drill} to the command line. */
public final class SparkCommands implements CommandProvider {
  /** Made by the service loader. */
  public SparkCommands() {}

  @Override
  public Object command() {
    return new DrillCommand();
  }
}
