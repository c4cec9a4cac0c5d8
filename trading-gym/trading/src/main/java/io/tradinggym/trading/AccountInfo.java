package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.LaneState;
import io.tradinggym.market.reward.RewardInput;
import java.util.List;
import java.util.Optional;

/** Equity, cash and gross exposure; what was traded, paid in fees and in carry in the step. */
public final class AccountInfo implements InfoBlock {
  private static final List<InfoField> FIELDS =
      List.of(
          TradingInfo.EQUITY,
          TradingInfo.CASH,
          TradingInfo.GROSS,
          TradingInfo.TRADED,
          TradingInfo.FEES,
          TradingInfo.CARRY);

  private final TradingDesk desk;
  private final RewardInput flows;

  /**
   * Of a lane.
   *
   * @param lane its desk, and what its last step did to the account
   */
  public AccountInfo(LaneParts<TradingDesk> lane) {
    desk = lane.desk();
    flows = lane.flows();
  }

  @Override
  public List<InfoField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Frame frame, int at) {
    frame.info(at, desk.equity());
    frame.info(at + 1, desk.cash());
    frame.info(at + 2, desk.gross());
    frame.info(at + 3, flows.traded);
    frame.info(at + 4, flows.fees);
    frame.info(at + 5, flows.carry);
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
