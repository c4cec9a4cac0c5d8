package io.tradinggym.crypto.env;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.LaneState;
import io.tradinggym.trading.InfoBlock;
import io.tradinggym.trading.TradingInfo;
import java.util.List;
import java.util.Optional;

/** Funding of the step. */
final class FundingInfo implements InfoBlock {
  private final Funding funding;

  FundingInfo(Funding funding) {
    this.funding = funding;
  }

  @Override
  public List<InfoField> fields() {
    return List.of(TradingInfo.FUNDING);
  }

  @Override
  public void write(Frame frame, int at) {
    frame.info(at, funding.paid());
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
