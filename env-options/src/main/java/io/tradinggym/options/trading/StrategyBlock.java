package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.trading.ObservationBlock;
import java.util.List;
import java.util.Locale;

/** The strategy that is held, one of {@link StrategyKind}. */
final class StrategyBlock implements ObservationBlock {
  private final StrategyMenu menu;

  StrategyBlock(StrategyMenu menu) {
    this.menu = menu;
  }

  @Override
  public List<ObservationField> fields() {
    return StrategyKind.ALL.stream().map(StrategyBlock::field).toList();
  }

  private static ObservationField field(StrategyKind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    String meaning = "whether a " + name.replace('_', ' ') + " is held";
    return new ObservationField("holds[" + name + "]", "0 or 1", 0, 1, meaning);
  }

  @Override
  public void write(Frame frame, int at) {
    int kind = menu.kind();
    for (int k = 0; k < StrategyKind.ALL.size(); k++) {
      frame.observe(at + k, k == kind ? 1 : 0);
    }
  }
}
