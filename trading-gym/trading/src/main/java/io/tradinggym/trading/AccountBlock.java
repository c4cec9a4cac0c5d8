package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account as a whole: cash and gross exposure as shares of equity, optionally the margin ratio, and the distance to
 * liquidation, the part of gross exposure that may be lost before: 1 without positions, 0 at liquidation.
 */
public final class AccountBlock implements ObservationBlock {
  private final TradingDesk desk;
  private final MarginView margin;
  private final boolean ratio;

  /**
   * An account on common margin, without the margin ratio.
   *
   * @param desk the desk whose account is shown; all of its equity stands behind its positions
   */
  public AccountBlock(TradingDesk desk) {
    this(desk, MarginView.of(desk), false);
  }

  /**
   * An account.
   *
   * @param desk the desk whose account is shown
   * @param margin what stands behind its positions
   * @param ratio whether the margin ratio is shown: maintenance margin over what stands behind, 1 = liquidation
   */
  public AccountBlock(TradingDesk desk, MarginView margin, boolean ratio) {
    this.desk = desk;
    this.margin = margin;
    this.ratio = ratio;
  }

  @Override
  public List<ObservationField> fields() {
    List<ObservationField> fields = new ArrayList<>();
    fields.add(Shown.signed("cash", "equity", "cash, negative when borrowed"));
    fields.add(Shown.signed("gross", "equity", "gross exposure"));
    if (ratio) {
      fields.add(Shown.signed("margin_ratio", "margin", "maintenance margin, 1 = liquidation"));
    }
    fields.add(
        Shown.signed("distance", "exposure", "distance to liquidation, 1 = nothing at risk"));
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    double equity = desk.divisor();
    double gross = desk.gross();
    frame.observe(at, Shown.within(desk.cash() / equity));
    frame.observe(at + 1, Shown.within(gross / equity));
    double maintenance = gross == 0 ? 0 : margin.maintenanceMargin();
    double balance = margin.marginBalance();
    int next = at + 2;
    if (ratio) {
      double divisor = Math.max(balance, TradingDesk.SMALLEST_EQUITY);
      frame.observe(next++, Shown.within(maintenance / divisor));
    }
    frame.observe(next, gross == 0 ? 1 : Math.clamp((balance - maintenance) / gross, 0, 1));
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
