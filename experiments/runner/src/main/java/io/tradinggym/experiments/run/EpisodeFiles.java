package io.tradinggym.experiments.run;

import io.tradinggym.agents.train.log.Csv;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.evaluation.CashFlow;
import io.tradinggym.experiments.evaluation.EpisodeSink;
import io.tradinggym.experiments.evaluation.Trade;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.market.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Writes equity, trades and cash flows of every episode while it is there, so that any number of them fits into memory;
 * the files appear under their names when all are written.
 */
final class EpisodeFiles implements EpisodeSink, AutoCloseable {
  private final RunFolder folder;
  private final Journal journal;
  private final String agent;
  private final long[] seeds;
  private final BufferedWriter equity;
  private final BufferedWriter trades;
  private final BufferedWriter flows;
  private boolean traded;

  /**
   * Files to come.
   *
   * @param agent name of the agent: of the others, no trades are written
   * @param seeds of the trainings, as they were given
   */
  EpisodeFiles(RunFolder folder, Journal journal, String agent, long[] seeds) {
    this.folder = folder;
    this.journal = journal;
    this.agent = agent;
    this.seeds = seeds.clone();
    try {
      equity = Files.newBufferedWriter(beside("equity.csv"));
      trades = Files.newBufferedWriter(beside("trades.csv"));
      flows = Files.newBufferedWriter(beside("cashflows.csv"));
      equity.write("contender,seed,path,step,time,equity\n");
      trades.write(
          "seed,episode,time,ticker,side,quantity,price,commission,slippage,realised,order,reason,"
              + "cash\n");
      flows.write("seed,episode,time,kind,ticker,currency,balance,amount\n");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Path beside(String name) {
    return folder.file("." + name + ".new");
  }

  private UserError failed(IOException e) {
    return new UserError("cannot write into " + folder.path() + ": " + FileProblem.reason(e), e);
  }

  @Override
  public void episode(int seed, Trajectory episode) {
    journal.add(seed, episode);
    if (episode.trades()) {
      traded = true;
      try {
        equity(seed, episode);
        if (episode.contender().equals(agent)) {
          trades(seed, episode);
          flows(seed, episode);
        }
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }

  private void equity(int seed, Trajectory episode) throws IOException {
    double[] values = episode.equity();
    StringBuilder text = new StringBuilder();
    for (int t = 0; t < values.length; t++) {
      Csv.line(
          text,
          episode.contender(),
          seedOf(seed, episode),
          episode.path(),
          t,
          time(episode, t),
          values[t]);
    }
    equity.append(text);
  }

  /** Every fill, as the account booked it. */
  private void trades(int seed, Trajectory episode) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Trade trade : episode.booked().trades()) {
      Csv.line(
          text,
          seeds[seed],
          episode.path(),
          Instant.ofEpochMilli(trade.time()),
          trade.ticker(),
          trade.quantity() > 0 ? "buy" : "sell",
          number(Math.abs(trade.quantity())),
          Money.format(trade.price()),
          Money.format(trade.commission()),
          Money.format(trade.slippage()),
          Money.format(trade.realised()),
          trade.order(),
          trade.reason().name().toLowerCase(Locale.ROOT),
          Money.format(trade.cash()));
    }
    trades.append(text);
  }

  /** Everything else that moved money: with the trades it is the change in cash, to the unit. */
  private void flows(int seed, Trajectory episode) throws IOException {
    StringBuilder text = new StringBuilder();
    for (CashFlow flow : episode.booked().flows()) {
      Csv.line(
          text,
          seeds[seed],
          episode.path(),
          Instant.ofEpochMilli(flow.time()),
          flow.kind().name().toLowerCase(Locale.ROOT),
          flow.ticker(),
          flow.currency(),
          flow.balance().name().toLowerCase(Locale.ROOT),
          Money.format(flow.amount()));
    }
    flows.append(text);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** The seed an agent was trained from; controls have none. */
  private Object seedOf(int seed, Trajectory episode) {
    return episode.contender().equals(agent) ? seeds[seed] : "";
  }

  /** ISO 8601 in UTC; empty where no time is reported. */
  private static String time(Trajectory episode, int step) {
    return episode.hasTimes() ? Instant.ofEpochMilli((long) episode.times()[step]).toString() : "";
  }

  /** Puts the files where they belong; of a task without trades there are none. */
  void finish() {
    try {
      equity.close();
      trades.close();
      flows.close();
      for (String name : List.of("equity.csv", "trades.csv", "cashflows.csv")) {
        if (traded) {
          Files.move(beside(name), folder.file(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** On a full disk closing fails, too: what was written in part is taken away all the same. */
  @Override
  public void close() {
    try {
      for (Writer writer : List.of(equity, trades, flows)) {
        try {
          writer.close();
        } catch (IOException e) {
          // Whoever wrote has said so, or finish has: nobody reads these bytes.
        }
      }
      Files.deleteIfExists(beside("equity.csv"));
      Files.deleteIfExists(beside("trades.csv"));
      Files.deleteIfExists(beside("cashflows.csv"));
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
