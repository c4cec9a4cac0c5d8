package io.tradinggym.allocator.multi;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.exchange.OrderResult;
import io.tradinggym.trading.trace.CashFlows;
import io.tradinggym.trading.trace.Fills;
import io.tradinggym.trading.trace.FlowKind;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Adds up what the trace of an account tells, row by row as it comes, and compares it with the account: fills and cash
 * flows are its cash, to the unit, and its books balance.
 */
final class CashAudit {
  private final TradeTrace trace;
  private final Account account;
  private final Map<TradeReason, Long> reasons = new EnumMap<>(TradeReason.class);
  private final Map<FlowKind, Long> kinds = new EnumMap<>(FlowKind.class);
  private long legs;
  private long refused;
  private long splits;
  private long marginCalls;
  private int fill;
  private int flow;
  private int request;
  private long cash;
  private long lastOrder;

  CashAudit(TradeTrace trace) {
    this.trace = trace;
    account = trace.account();
    trace.listen(true);
  }

  /** An episode has begun. */
  void begin() {
    fill = 0;
    flow = 0;
    request = 0;
    cash = 0;
    lastOrder = 0;
  }

  /**
   * Adds up what is new.
   *
   * @throws IllegalStateException if that is not the account's cash, or its books do not balance
   */
  void check() {
    account.verify();
    Fills fills = trace.fills();
    for (; fill < fills.size(); fill++) {
      cash = Math.addExact(cash, fills.cash(fill));
      reasons.merge(fills.reason(fill), 1L, Long::sum);
      legs += fills.order(fill) > 0 && fills.order(fill) == lastOrder ? 1 : 0;
      lastOrder = fills.order(fill);
    }
    CashFlows flows = trace.flows();
    for (; flow < flows.size(); flow++) {
      cash = Math.addExact(cash, flows.balance(flow) == Entry.CASH ? flows.amount(flow) : 0);
      kinds.merge(flows.kind(flow), 1L, Long::sum);
    }
    for (; request < trace.orders().size(); request++) {
      OrderResult result = trace.orders().result(request);
      refused += result != null && result != OrderResult.ACCEPTED ? 1 : 0;
    }
    if (cash != account.balance(0, Entry.CASH)) {
      throw new IllegalStateException(
          "fills and cash flows add up to %d, the account has %d"
              .formatted(cash, account.balance(0, Entry.CASH)));
    }
  }

  /** A share that is held has split. */
  void split() {
    splits++;
  }

  /** Everything was traded away. */
  void marginCall() {
    marginCalls++;
  }

  /** Adds what was told of to counts by name. */
  void addTo(Map<String, Long> seen) {
    reasons.forEach((reason, times) -> seen.merge(name(reason), times, Long::sum));
    kinds.forEach((kind, times) -> seen.merge(name(kind), times, Long::sum));
    seen.merge("legs of spreads", legs, Long::sum);
    seen.merge("refused orders", refused, Long::sum);
    seen.merge("splits", splits, Long::sum);
    seen.merge("margin calls", marginCalls, Long::sum);
    seen.values().removeIf(times -> times == 0);
  }

  private static String name(Enum<?> what) {
    return what.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
