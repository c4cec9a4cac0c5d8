package io.tradinggym.allocator.desk;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.trading.InfoBlock;
import io.tradinggym.trading.TradingDesk;
import java.util.ArrayList;
import java.util.List;

/** What rules that share capital out go by: chances of regimes, returns of the books, shares held. */
final class EvidenceInfo implements InfoBlock {
  private static final int EACH = 2;

  private final Evidence evidence;
  private final CapitalBook capital;

  EvidenceInfo(TradingDesk desk) {
    evidence = desk.event(Evidence.class);
    capital = desk.event(CapitalBook.class);
  }

  static InfoField regime(int state) {
    return InfoField.of("regime_" + state, "1", "chance of regime " + state + " at this bar");
  }

  static InfoField paper(int specialist) {
    return InfoField.of(
        "paper_" + specialist, "1", "last return of the own book of specialist " + specialist);
  }

  static InfoField share(int specialist) {
    return InfoField.of(
        "share_" + specialist, "1", "part of the account's equity that specialist has");
  }

  /** Where the numbers begin among the infos of an environment. */
  static int first(EnvironmentSpec spec) {
    return spec.indexOf(regime(0));
  }

  @Override
  public List<InfoField> fields() {
    List<InfoField> fields = new ArrayList<>();
    for (int state = 0; state < evidence.states(); state++) {
      fields.add(regime(state));
    }
    for (int i = 0; i < evidence.size(); i++) {
      fields.add(paper(i));
      fields.add(share(i));
    }
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    int next = at;
    for (int state = 0; state < evidence.states(); state++) {
      frame.info(next++, evidence.chance(state));
    }
    for (int i = 0; i < evidence.size(); i++) {
      frame.info(next, evidence.book(i).lastReturn());
      frame.info(next + 1, capital.held(i));
      next += EACH;
    }
  }
}
