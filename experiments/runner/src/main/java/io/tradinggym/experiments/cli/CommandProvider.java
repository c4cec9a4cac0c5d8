package io.tradinggym.experiments.cli;

/**
 * Brings a further command to {@code experiments/run}; found through {@link java.util.ServiceLoader}. Modules that
 * stand above this one, such as the lessons, add theirs so.
 */
@FunctionalInterface
public interface CommandProvider {
  /** An object with picocli's {@code @Command}, whose name is the command's; a new one each time. */
  Object command();
}
