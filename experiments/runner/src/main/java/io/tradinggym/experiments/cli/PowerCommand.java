package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.evidence.PathPower;
import io.tradinggym.experiments.report.ShowsResults;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How often cross-validation finds something. */
@Command(
    name = "power",
    description =
        "Cross-validates the agents of a configuration on many histories of its simulated market:"
            + " how often is skill claimed, where there is some and where there is none? History i"
            + " is drawn from seed 1,000 i; those that --out holds already are not done again.")
final class PowerCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @Parameters(
      index = "0",
      paramLabel = "CONFIG",
      description = "With a simulated market and a part \"crossValidation\".")
  private Path config = Path.of("");

  @Option(
      names = "--histories",
      paramLabel = "N",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  private int histories = 40;

  @Option(
      names = "--from",
      paramLabel = "N",
      description = "Number of the first history, for others than before. Default: 1.")
  private int from = 1;

  @Option(
      names = "--sharpe",
      paramLabel = "S",
      description = "Sharpe ratio a year of the best that can be done, where it is known.")
  private double sharpe = Double.NaN;

  @Override
  public void run() {
    if (histories < 2 || from < 1 || from > Integer.MAX_VALUE - histories) {
      throw new UserError(
          "--histories must be >= 2 and --from >= 1, were " + histories + " and " + from);
    }
    if (!Double.isNaN(sharpe) && Double.isInfinite(sharpe)) {
      throw new UserError("--sharpe must be finite, was " + sharpe);
    }
    List<String> overrides =
        options.overridesWithoutSeed("history i is drawn from seed 1,000 i; see --from");
    PrintWriter out = spec.commandLine().getOut();
    String text = ConfigFile.text(config);
    String name = ConfigFile.parse(text, overrides, config.toString()).name();
    Path folder = options.out(name + "-power");
    PathPower power =
        PathPower.run(
            text,
            overrides,
            folder,
            from,
            histories,
            options.threads(),
            line -> {
              out.println(line);
              out.flush();
            });
    out.printf(
        Locale.ROOT,
        "%n%d histories of %.1f years, from number %d on, in %s%n"
            + "mean Sharpe ratio of the paths    %6.3f, standard error %.3f%n"
            + "probability of overfitting, mean  %6.3f, standard error %.3f%n"
            + "skill claimed at 5 %%, first path  %6.1f %%%n"
            + "theory, at the agents' own mean   %6.1f %%%n",
        histories,
        power.years(),
        from,
        folder,
        power.sharpe(),
        power.error(),
        power.pbo(),
        power.pboError(),
        100 * power.found(),
        100 * power.theory(power.sharpe()));
    if (!Double.isNaN(sharpe)) {
      out.printf(
          Locale.ROOT, "theory, at the best there is      %6.1f %%%n", 100 * power.theory(sharpe));
    }
  }
}
