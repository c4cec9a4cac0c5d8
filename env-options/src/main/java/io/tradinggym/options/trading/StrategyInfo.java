package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.trading.InfoBlock;
import io.tradinggym.trading.SessionDesk;
import java.util.List;

/** What is held of a strategy, and what became of its contracts. */
final class StrategyInfo implements InfoBlock {
  private final StrategyMenu menu;
  private final EveningAssignment evening;
  private final Expiration expiration;

  StrategyInfo(SessionDesk<StrategyMenu> lane) {
    menu = lane.trader();
    evening = lane.event(EveningAssignment.class);
    expiration = lane.event(Expiration.class);
  }

  @Override
  public List<InfoField> fields() {
    return List.of(OptionInfo.UNITS, OptionInfo.SHARES, OptionInfo.ASSIGNED, OptionInfo.EXERCISED);
  }

  @Override
  public void write(Frame frame, int at) {
    frame.info(at, menu.units());
    frame.info(at + 1, (double) menu.desk().shares());
    frame.info(at + 2, (double) (evening.assigned() + expiration.assigned()));
    frame.info(at + 3, (double) expiration.exercised());
  }
}
