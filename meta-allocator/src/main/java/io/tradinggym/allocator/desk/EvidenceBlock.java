package io.tradinggym.allocator.desk;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.TradingDesk;
import java.util.ArrayList;
import java.util.List;

/** The chances of the regimes, and of each specialist how its own book does and what it has. */
final class EvidenceBlock implements ObservationBlock {
  private static final double LIMIT = 10;
  private static final int EACH = 4;

  private final Evidence evidence;
  private final CapitalBook capital;
  private final List<String> names;

  EvidenceBlock(TradingDesk desk, List<String> names) {
    evidence = desk.event(Evidence.class);
    capital = desk.event(CapitalBook.class);
    this.names = List.copyOf(names);
  }

  @Override
  public List<ObservationField> fields() {
    List<ObservationField> fields = new ArrayList<>();
    for (int state = 0; state < evidence.states(); state++) {
      fields.add(field("regime[" + state + "]", "chance", "of the regime at this bar"));
    }
    for (String name : names) {
      fields.add(field("return[" + name + "]", "deviations", "last return of its own book"));
      fields.add(
          field("mean[" + name + "]", "deviations", "mean of its returns, times the root of 33"));
      fields.add(field("drawdown[" + name + "]", "1", "loss of its book from its peak"));
      fields.add(field("share[" + name + "]", "equity", "worth of its sleeve"));
    }
    return fields;
  }

  private static ObservationField field(String name, String unit, String meaning) {
    return new ObservationField(name, unit, -LIMIT, LIMIT, meaning);
  }

  @Override
  public void write(Frame frame, int at) {
    int next = at;
    for (int state = 0; state < evidence.states(); state++) {
      frame.observe(next++, evidence.chance(state));
    }
    for (int i = 0; i < names.size(); i++) {
      double deviation = Math.max(evidence.deviation(i), 1e-9);
      PaperBook book = evidence.book(i);
      frame.observe(next, Math.clamp(book.lastReturn() / deviation, -LIMIT, LIMIT));
      frame.observe(
          next + 1, Math.clamp(evidence.mean(i) * Math.sqrt(33) / deviation, -LIMIT, LIMIT));
      frame.observe(next + 2, book.drawdown());
      frame.observe(next + 3, Math.clamp(capital.held(i), -LIMIT, LIMIT));
      next += EACH;
    }
  }
}
