/** The one desk: trading lane, action schemes, settlement, order flow, trade trace. */
module io.tradinggym.trading {
  requires transitive io.tradinggym.market;
  requires transitive io.tradinggym.reward;

  exports io.tradinggym.trading;
  exports io.tradinggym.trading.flow;
  exports io.tradinggym.trading.rule;
  exports io.tradinggym.trading.trace;

  uses io.tradinggym.trading.rule.RuleProvider;
}
