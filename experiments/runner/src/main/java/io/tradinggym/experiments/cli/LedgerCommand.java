package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.compare.FinishedRun;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.LedgerQuery;
import io.tradinggym.experiments.ledger.LedgerRow;
import io.tradinggym.experiments.report.Text;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what was tried. */
@Command(
    name = "ledger",
    description =
        "Shows every trial of every command: by market, or as an SQL question asks of the tables"
            + " trials, runs and metrics, the last two of finished runs beside the ledger.")
final class LedgerCommand implements Runnable {
  private static final String BY_MARKET =
      """
      select market, environment, count(*) as trials,
        count(*) filter (status = 'finished') as finished,
        count(*) filter (status = 'failed') as failed,
        count(*) filter (status = 'pruned') as pruned,
        count(*) filter (status in ('open', 'interrupted')) as unfinished,
        round(max(sharpe), 2) as best_sharpe
      from trials group by market, environment order by trials desc, market, environment
      """;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "The ledger, or a folder with one. Default: that of runs, or $" + Ledger.VARIABLE + ".")
  private @Nullable Path file;

  @Option(
      names = "--sql",
      paramLabel = "QUESTION",
      description = "Such as \"select trial, sharpe from trials order by sharpe desc limit 10\".")
  private @Nullable String sql;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Ledger ledger = ledger();
    if (!Files.exists(ledger.path())) {
      throw new UserError("there is no ledger " + ledger.path() + "; nothing was tried yet");
    }
    List<LedgerRow> rows = ledger.rows();
    Path folder = Objects.requireNonNull(ledger.path().toAbsolutePath().getParent());
    try (LedgerQuery query =
        new LedgerQuery(rows, sql == null ? List.of() : FinishedRun.below(folder))) {
      new AnswerTable(query.ask(sql == null ? BY_MARKET : sql)).print(out);
    }
    if (sql == null) {
      out.printf("%n%s in %s%n", Text.count(rows.size(), "trial"), ledger.path());
      int lost = ledger.lost();
      if (lost > 0) {
        out.printf(
            "%s torn or of a trial whose beginning is not there: not counted%n",
            lost == 1 ? "1 line is" : lost + " lines are");
      }
    }
  }

  private Ledger ledger() {
    if (file == null) {
      return Ledger.beside(Path.of("runs", "any"));
    }
    return Ledger.at(Files.isDirectory(file) ? file.resolve(Ledger.NAME) : file);
  }
}
