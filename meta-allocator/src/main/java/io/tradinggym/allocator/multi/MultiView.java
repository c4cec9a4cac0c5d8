package io.tradinggym.allocator.multi;

import io.tradinggym.api.TradingControl;
import io.tradinggym.api.TradingView;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.trading.ActionScheme;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.TradingInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What {@code MultiAsset-v1} says about itself. */
final class MultiView {
  private static final double SESSIONS_PER_YEAR = 252;

  private static final TradingControl NO_TRADE =
      new TradingControl(
          TradingControl.NO_TRADE,
          "stays in cash",
          () -> (step, observation, mask, infos, action) -> Arrays.fill(action, 0));

  private static final List<String> ASSUMPTIONS =
      List.of(
          "Everything trades once a session, at the close: options at quotes that have no depth,"
              + " shares and the perpetual at the close with a commission; size moves nothing.",
          "American options are priced as European ones that are worth at least what exercise"
              + " pays.",
          "Taxes, data fees, outages and mistakes cost nothing here.");

  private static final String OF_LAWS =
      "One factor is all that moves simulated prices together; what pays there need not pay"
          + " anywhere else.";

  private MultiView() {}

  static TradingView of(SessionDesk<MultiTrader> lane, ActionScheme actions) {
    Account account = lane.account();
    int assets = lane.trader().book().perpetual() + 1;
    boolean simulated = lane.market().kind() == MarketKind.SIMULATED;
    List<String> assumptions = new ArrayList<>(ASSUMPTIONS);
    if (simulated) {
      assumptions.add(OF_LAWS);
    }
    return new TradingView(
        IntStream.range(0, assets).mapToObj(i -> account.instrument(i).symbol()).toList(),
        account.currencies().getFirst().code(),
        SESSIONS_PER_YEAR,
        simulated,
        actions.meaning(),
        actions.targetWeights(),
        List.of(NO_TRADE),
        new TradingView.Fields(
            MultiAsset.EQUITY,
            TradingInfo.TIME,
            IntStream.range(0, assets).mapToObj(TradingInfo::position).toList(),
            IntStream.range(0, assets).mapToObj(TradingInfo::weight).toList(),
            IntStream.range(0, assets).mapToObj(TradingInfo::price).toList()),
        assumptions);
  }
}
