package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.compare.FinishedRun;
import io.tradinggym.experiments.compare.Leaderboard;
import io.tradinggym.experiments.report.ShowsResults;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The best runs of an environment. */
@Command(
    name = "leaderboard",
    description =
        "Ranks the finished runs of an environment, those on the same data and on episodes as long"
            + " together.")
final class LeaderboardCommand implements Runnable, ShowsResults {
  private static final int DIGITS = 12;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ENV", description = "Such as Stock-v1.")
  private String environment = "";

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description = "Where runs are looked for. Default: ${DEFAULT-VALUE}.")
  private Path runs = Path.of("runs");

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.isDirectory(runs)) {
      throw new UserError("there is no folder " + runs + "; --runs is where runs are looked for");
    }
    Leaderboard board = Leaderboard.of(FinishedRun.below(runs), environment);
    if (board.boards().isEmpty()) {
      throw new UserError("there is no finished run of " + environment + " below " + runs);
    }
    for (Map.Entry<Leaderboard.Judged, List<FinishedRun>> each : board.boards().entrySet()) {
      String data = each.getKey().data();
      out.println(
          environment
              + " on "
              + (data.equals(environment) ? "its own market" : "data " + shortened(data))
              + episodes(each.getKey().episode()));
      RunTable.print(out, each.getValue());
      out.println();
    }
  }

  private static String episodes(String bars) {
    return switch (bars) {
      case "" -> "";
      case "0" -> ", all of it";
      default -> ", episodes of " + bars + " bars";
    };
  }

  private static String shortened(String hash) {
    return hash.length() <= DIGITS ? hash : hash.substring(0, DIGITS);
  }
}
