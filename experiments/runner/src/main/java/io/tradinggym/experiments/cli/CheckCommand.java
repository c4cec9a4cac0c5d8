package io.tradinggym.experiments.cli;

import io.tradinggym.api.check.CheckReport;
import io.tradinggym.api.check.EnvironmentChecker;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.EnvironmentConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts an environment through the contract. */
@Command(
    name = "check",
    description =
        "Puts an environment through the contract: determinism, spaces, masks, finite values, no"
            + " allocation, ... Exit code 1 if a check fails.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "ENV",
      description = "Id of the environment, such as Stock-v1.")
  private String id = "";

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the episodes.")
  private long seed = 1;

  @Option(names = "--steps", paramLabel = "N", description = "Steps of each check.")
  private int steps = 1000;

  @Option(
      names = "--set",
      paramLabel = "OPTION=VALUE",
      description = "Sets an option of the environment; see: list ENV. May be repeated.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Override
  public Integer call() {
    CheckReport report;
    try {
      EnvironmentConfig config = new EnvironmentConfig(id, 1, options, Map.of());
      report =
          EnvironmentChecker.of(config.maker(config.training(), null))
              .seed(seed)
              .steps(steps)
              .check();
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
    spec.commandLine().getOut().println(report);
    return report.passed() ? 0 : 1;
  }
}
