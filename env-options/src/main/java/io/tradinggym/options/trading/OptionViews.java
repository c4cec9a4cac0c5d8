package io.tradinggym.options.trading;

import io.tradinggym.api.TradingControl;
import io.tradinggym.api.TradingView;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.trading.ActionScheme;
import io.tradinggym.trading.SessionDesk;
import java.util.ArrayList;
import java.util.List;

/** What the environments of one underlying and its options say about themselves. */
final class OptionViews {
  private static final double SESSIONS_PER_YEAR = 252;

  private static final List<String> OF_QUOTES =
      List.of(
          "Options are traded at the quotes of a close, which have no depth: size moves nothing.",
          "Nothing happens within a session; American options are priced as European ones that are"
              + " worth at least what exercise pays.",
          "Taxes, data fees, outages and mistakes cost nothing here.");

  private static final String OF_LAWS =
      "Prices of a simulated market come from a law that was fitted to the past; what pays there"
          + " need not pay anywhere else.";

  private OptionViews() {}

  /** What is said of a market of options, by environments that report equity alone. */
  static TradingView of(SessionDesk<?> desk, ActionScheme actions, List<TradingControl> controls) {
    boolean simulated = desk.market().kind() == MarketKind.SIMULATED;
    List<String> assumptions = new ArrayList<>(OF_QUOTES);
    if (simulated) {
      assumptions.add(OF_LAWS);
    }
    return new TradingView(
        List.of("underlying", "options"),
        "USD",
        SESSIONS_PER_YEAR,
        simulated,
        actions.meaning(),
        actions.targetWeights(),
        controls,
        TradingView.Fields.of(OptionInfo.EQUITY, null),
        assumptions);
  }

  /** A rule among strategies as a control. */
  static TradingControl control(String name, String meaning, StrategyRule rule) {
    return new TradingControl(
        name,
        meaning,
        () -> (step, observation, mask, infos, action) -> action[0] = rule.act(mask));
  }
}
