package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.LaneState;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.util.List;
import java.util.Optional;

/** Realised profit since the start, the reward's shaping, the benchmark's return, and the time. */
public final class ResultInfo implements InfoBlock {
  private static final List<InfoField> FIELDS =
      List.of(TradingInfo.REALISED, TradingInfo.SHAPING, TradingInfo.BENCHMARK, TradingInfo.TIME);

  private final TradingDesk desk;
  private final RewardFunction reward;
  private final RewardInput flows;

  /**
   * Of a lane.
   *
   * @param lane its desk and reward, and what its last step did to the account
   */
  public ResultInfo(LaneParts<TradingDesk> lane) {
    desk = lane.desk();
    reward = lane.reward();
    flows = lane.flows();
  }

  @Override
  public List<InfoField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Frame frame, int at) {
    frame.info(at, desk.realised());
    frame.info(at + 1, reward.shaping());
    frame.info(at + 2, flows.benchmarkReturn);
    frame.info(at + 3, (double) desk.cursor().time());
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
