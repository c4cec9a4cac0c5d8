package io.tradinggym.experiments.explain;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.explain.card.Explanation.Line;
import io.tradinggym.explain.postmortem.PostMortem;
import io.tradinggym.explain.postmortem.Shortfall;
import io.tradinggym.market.Money;
import io.tradinggym.trading.flow.OrderAction;
import io.tradinggym.trading.trace.Fills;
import io.tradinggym.trading.trace.Marks;
import io.tradinggym.trading.trace.OrderEvents;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of the trade that followed a decision, some bars on: intended, got, missed, what of the result was
 * decision, execution and cost, and how lucky it was among a thousand rollouts in which the returns that were known
 * then come in another order.
 */
final class AfterTrade {
  private static final int HORIZON = 5;
  private static final int ROLLOUTS = 1_000;
  private static final int FEWEST_RETURNS = 20;

  private final Replay replay;
  private final int step;

  AfterTrade(Replay replay, int step) {
    this.replay = replay;
    this.step = step;
  }

  /** What became of a trade, and how large it was. */
  private record Told(double notional, String text) {}

  /**
   * The line of a card, of the largest trade; empty if nothing was traded by a target, or the account shows no trace.
   */
  Optional<Line> line() {
    List<Told> all = new ArrayList<>();
    for (TradeTrace trace : replay.traces()) {
      if (trace.marks().size() > step + 1) {
        for (int asset = 0; asset < trace.account().assets(); asset++) {
          told(trace, asset).ifPresent(all::add);
        }
      }
    }
    return all.stream()
        .max(Comparator.comparingDouble(Told::notional))
        .map(largest -> Line.of("later", largest.text()));
  }

  private Optional<Told> told(TradeTrace trace, int asset) {
    Marks marks = trace.marks();
    long before = marks.lots(step, asset);
    long quantity = wanted(trace, asset, before) - before;
    List<Shortfall.Part> parts = new ArrayList<>();
    long worth = trace.account().tickLotValue(asset);
    long arrived = 0;
    long fees = 0;
    long got = 0;
    Fills fills = trace.fills();
    for (int row = 0; row < fills.size(); row++) {
      boolean followed =
          fills.time(row) > marks.time(step) && fills.time(row) <= marks.time(step + 1);
      if (fills.asset(row) == asset && followed) {
        if (Long.signum(fills.lots(row)) != Long.signum(quantity)) {
          return Optional.empty(); // a close-out, not this order
        }
        parts.add(new Shortfall.Part(fills.lots(row), fills.ticks(row) * worth));
        arrived = arrived == 0 ? fills.reference(row) * worth : arrived;
        fees += fills.commission(row) + fills.charged(row);
        got += fills.lots(row);
      }
    }
    if (quantity == 0 || parts.isEmpty() || Math.abs(got) > Math.abs(quantity)) {
      return Optional.empty();
    }
    int end = Math.min(step + HORIZON, marks.size() - 1);
    long decided = marks.ticks(step, asset) * worth;
    Shortfall shortfall =
        Shortfall.of(quantity, decided, arrived, marks.ticks(end, asset) * worth, parts, fees);
    double[] rollouts = rollouts(asset, end - step, got, decided, shortfall, parts);
    double each = trace.account().lotsPerUnit(asset);
    PostMortem after = PostMortem.of(shortfall, quantity / each, got / each, Money.UNITS, rollouts);
    List<String> symbols = replay.episode().trading().instruments();
    String symbol = asset < symbols.size() ? symbols.get(asset) + ", " : "";
    return Optional.of(
        new Told(Math.abs((double) got * decided), symbol + text(after, shortfall, end - step)));
  }

  /** The position that was asked for when the decision was taken. */
  private long wanted(TradeTrace trace, int asset, long before) {
    OrderEvents orders = trace.orders();
    long wanted = before;
    for (int row = 0; row < orders.size(); row++) {
      if (orders.action(row) == OrderAction.TARGET
          && orders.asset(row) == asset
          && orders.time(row) == trace.marks().time(step)) {
        wanted = orders.lots(row);
      }
    }
    return wanted;
  }

  /** Results of what was filled, had the known returns come as drawn; none while few are known. */
  private double[] rollouts(
      int asset,
      int horizon,
      long got,
      long decided,
      Shortfall shortfall,
      List<Shortfall.Part> parts) {
    Trajectory episode = replay.episode();
    if (step < FEWEST_RETURNS || asset >= episode.assets()) {
      return new double[0];
    }
    double[] prices = episode.price(asset);
    double paid = 0;
    for (Shortfall.Part part : parts) {
      paid += (double) part.quantity() * part.price();
    }
    RandomStream random = RandomStreams.of(replay.seed()).stream("rollouts", step);
    double[] results = new double[ROLLOUTS];
    for (int i = 0; i < ROLLOUTS; i++) {
      double price = decided;
      for (int bar = 0; bar < horizon; bar++) {
        int drawn = random.integer(step);
        price *= prices[drawn + 1] / prices[drawn];
      }
      results[i] = (got * price - paid - shortfall.fees()) / Money.UNITS;
    }
    return results;
  }

  private static String units(double quantity) {
    double size = Math.abs(quantity);
    return size == Math.rint(size)
        ? String.format(Locale.ROOT, "%,.0f", size)
        : String.format(Locale.ROOT, "%.6g", size);
  }

  private static String text(PostMortem after, Shortfall shortfall, int bars) {
    String text =
        String.format(
            Locale.ROOT,
            "%d %s on: got %s of %s, shortfall %.1f bp; result %,.0f = decision %,.0f"
                + " + execution %,.0f + cost %,.0f",
            bars,
            bars == 1 ? "bar" : "bars",
            units(after.got()),
            units(after.intended()),
            shortfall.basisPoints(),
            after.result(),
            after.decision(),
            after.execution(),
            after.cost());
    return Double.isNaN(after.percentile())
        ? text
        : text
            + String.format(
                Locale.ROOT, "; beats %.0f %% of %,d rollouts", 100 * after.percentile(), ROLLOUTS);
  }
}
