package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.PerShare;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of any orders on any bars. */
class OrderPropertiesTest {
  private static final int BARS = 8;
  private static final int PARTICIPATION = 1_000;
  private static final long MIDDLE = 1_000;
  private static final Costs COSTS =
      new Costs(PerShare.IB_TIERED, Slippage.spread(20).plus(Slippage.volumeShare(0.1, 1)));

  record Fill(int bar, long order, long lots, long ticks) {}

  /** An order and the bar at whose close it is submitted. */
  record Sent(int bar, Order order) {}

  /** An exchange that writes down what happens. */
  static final class Floor {
    final long[][] rows;
    final Account account =
        new Account(List.of(Equity.printed("SPY")), Currency.USD, FlatMargin.leverage(2));
    final List<Fill> fills = new ArrayList<>();
    final BarExchange exchange;

    Floor(long[][] rows, Costs costs, int participation, long dollars) {
      this.rows = rows;
      exchange =
          new BarExchange(
              new TestBars(rows),
              account,
              costs,
              participation,
              (order, asset, lots, ticks, paid) -> fills.add(new Fill(now(), order, lots, ticks)));
      account.reset(dollars * Money.UNITS);
      exchange.reset(0);
    }

    private int now() {
      return exchange.now();
    }

    Floor run(List<Sent> orders, int from, int to) {
      for (int bar = from; bar < to; bar++) {
        for (Sent sent : orders) {
          if (sent.bar == bar) {
            exchange.submit(sent.order);
          }
        }
        exchange.step();
        account.verify();
      }
      return this;
    }

    long filled(long order) {
      return fills.stream().filter(fill -> fill.order == order).mapToLong(Fill::lots).sum();
    }
  }

  @Provide
  Arbitrary<long[][]> bars() {
    return Combinators.combine(
            Arbitraries.longs().between(800, 1_200),
            Arbitraries.longs().between(0, 150),
            Arbitraries.longs().between(0, 150),
            Arbitraries.longs().between(0, 150),
            Arbitraries.longs().between(-100, 1_000))
        .as(
            (low, range, open, close, volume) ->
                new long[] {
                  low + Math.min(open, range),
                  low + range,
                  low,
                  low + Math.min(close, range),
                  volume
                })
        .array(long[][].class)
        .ofSize(BARS)
        .map(OrderPropertiesTest::haltedBarsRepeatTheClose);
  }

  private static long[][] haltedBarsRepeatTheClose(long[][] rows) {
    rows[0][4] = 100;
    for (int bar = 1; bar < rows.length; bar++) {
      if (rows[bar][4] < 0) {
        long close = rows[bar - 1][3];
        rows[bar] = new long[] {close, close, close, close, -1};
      }
    }
    return rows;
  }

  @Provide
  Arbitrary<List<Sent>> orders() {
    Arbitrary<Order> order =
        Combinators.combine(
                Arbitraries.longs().between(-150, 150).filter(lots -> lots != 0),
                Arbitraries.of(OrderType.class),
                Arbitraries.longs().between(800, 1_350),
                Arbitraries.longs().between(800, 1_350),
                Arbitraries.of(TimeInForce.class),
                Arbitraries.longs().between(0, 2),
                Arbitraries.integers().between(0, 127))
            .as(
                (lots, type, limit, stop, life, group, wish) ->
                    new Order(
                        1,
                        0,
                        lots,
                        type,
                        type.limited() ? limit : 0,
                        type.stopped() || (trails(type) && wish % 3 == 0) ? stop : 0,
                        life,
                        group,
                        conditions(type, life, wish)));
    return Combinators.combine(Arbitraries.integers().between(0, BARS - 2), order)
        .as(Sent::new)
        .list()
        .ofMaxSize(12)
        .map(OrderPropertiesTest::numbered);
  }

  private static boolean trails(OrderType type) {
    return type == OrderType.TRAILING_STOP;
  }

  private static Conditions conditions(OrderType type, TimeInForce life, int wish) {
    boolean postOnly = type == OrderType.LIMIT && wish % 4 == 1;
    long until = life == TimeInForce.GTD ? (2 + wish % BARS) * 86_400_000L : 0;
    return new Conditions(
        wish % 2 == 0 ? Trigger.LAST : Trigger.MARK,
        postOnly,
        wish % 5 == 0,
        until,
        trails(type) ? 10 + wish : 0,
        wish % 7 == 0 ? 1 + wish % 4 : 0);
  }

  private static List<Sent> numbered(List<Sent> orders) {
    List<Sent> result = new ArrayList<>();
    for (Sent sent : orders) {
      Order o = sent.order;
      result.add(
          new Sent(
              sent.bar,
              new Order(
                  result.size() + 1,
                  0,
                  o.lots(),
                  o.type(),
                  o.limit(),
                  o.stop(),
                  o.timeInForce(),
                  o.group(),
                  o.conditions())));
    }
    return result;
  }

  private static Order order(List<Sent> orders, Fill fill) {
    return orders.get((int) fill.order - 1).order;
  }

  @Property(tries = 1000)
  void fillsLieInsideTheBarAndTogetherWithinTheCap(
      @ForAll("bars") long[][] bars, @ForAll("orders") List<Sent> orders) {
    Floor floor = new Floor(bars, COSTS, PARTICIPATION, 10_000_000).run(orders, 0, BARS - 1);
    long[] taken = new long[BARS];
    for (Fill fill : floor.fills) {
      long[] row = bars[fill.bar];
      assertThat(row[4]).as("halted bars fill nothing").isNotNegative();
      assertThat(fill.ticks).isBetween(row[2], row[1]);
      taken[fill.bar] += Math.abs(fill.lots);
      assertThat(taken[fill.bar]).isLessThanOrEqualTo(row[4] / 10);
    }
    assertThat(floor.account.lots(0)).isEqualTo(floor.fills.stream().mapToLong(Fill::lots).sum());
  }

  @Property(tries = 1000)
  void noOrderIsFilledBeforeItIsSubmittedOrBeyondItsSize(
      @ForAll("bars") long[][] bars, @ForAll("orders") List<Sent> orders) {
    Floor floor = new Floor(bars, COSTS, PARTICIPATION, 10_000_000).run(orders, 0, BARS - 1);
    for (Fill fill : floor.fills) {
      assertThat(fill.bar).isGreaterThan(orders.get((int) fill.order - 1).bar);
      assertThat(Long.signum(fill.lots)).isEqualTo(Long.signum(order(orders, fill).lots()));
    }
    for (Sent sent : orders) {
      assertThat(Math.abs(floor.filled(sent.order.id())))
          .isLessThanOrEqualTo(Math.abs(sent.order.lots()));
    }
  }

  @Property(tries = 1000)
  void limitsAreKeptAndNeverFilledAtATouch(
      @ForAll("bars") long[][] bars, @ForAll("orders") List<Sent> orders) {
    Floor floor = new Floor(bars, COSTS, PARTICIPATION, 10_000_000).run(orders, 0, BARS - 1);
    for (Fill fill : floor.fills) {
      Order order = order(orders, fill);
      if (order.limit() != 0) {
        long side = Long.signum(fill.lots);
        assertThat(side * fill.ticks).isLessThanOrEqualTo(side * order.limit());
        if (order.type() == OrderType.LIMIT) {
          long best = side > 0 ? bars[fill.bar][2] : bars[fill.bar][1];
          assertThat(side * best).isLessThan(side * order.limit());
        }
      }
    }
  }

  @Property(tries = 1000)
  void stopsAreNeverFilledBetterThanTheirTriggerOrTheOpen(
      @ForAll("bars") long[][] bars, @ForAll("orders") List<Sent> orders) {
    Floor floor =
        new Floor(bars, COSTS, BarExchange.UNLIMITED, 10_000_000).run(orders, 0, BARS - 1);
    for (Fill fill : floor.fills) {
      Order order = order(orders, fill);
      if (order.type() == OrderType.STOP) {
        long side = Long.signum(fill.lots);
        assertThat(side * fill.ticks).isGreaterThanOrEqualTo(side * order.stop());
        // What began to work inside the bar, when its parent was filled there, came after the open.
        long parent = order.conditions().parent();
        boolean born = floor.fills.stream().anyMatch(f -> f.order == parent && f.bar == fill.bar);
        if (!born) {
          assertThat(side * fill.ticks).isGreaterThanOrEqualTo(side * bars[fill.bar][0]);
        }
      }
    }
  }

  @Property(tries = 1000)
  void fillOrKillIsAllOrNothingAndNothingImmediateGoesOnWorking(
      @ForAll("bars") long[][] bars, @ForAll("orders") List<Sent> orders) {
    Floor floor = new Floor(bars, COSTS, PARTICIPATION, 3_000);
    for (int bar = 0; bar < BARS - 1; bar++) {
      floor.run(orders, bar, bar + 1);
      for (Sent sent : orders) {
        boolean over = oneDay(sent.order) && sent.bar <= bar;
        assertThat(over && floor.exchange.remaining(sent.order.id()) != 0).isFalse();
      }
    }
    for (Sent sent : orders) {
      long filled = floor.filled(sent.order.id());
      if (sent.order.timeInForce() == TimeInForce.FOK && sent.order.group() == 0) {
        assertThat(filled).isIn(0L, sent.order.lots());
      }
      if (oneDay(sent.order)) {
        assertThat(floor.fills)
            .filteredOn(fill -> fill.order == sent.order.id())
            .allMatch(fill -> fill.bar == sent.bar + 1);
      }
    }
  }

  /** Whether an order works on one bar only; one with a parent may wait. */
  private static boolean oneDay(Order order) {
    boolean lasts =
        order.timeInForce() == TimeInForce.GTC || order.timeInForce() == TimeInForce.GTD;
    return !lasts && order.conditions().parent() == 0;
  }

  @Property(tries = 1000)
  void ordersOfAGroupTogetherFillNoMoreThanTheLargest(
      @ForAll("bars") long[][] bars, @ForAll("orders") List<Sent> orders) {
    List<Sent> sameDay = orders.stream().map(sent -> new Sent(0, sent.order)).toList();
    Floor floor = new Floor(bars, Costs.NONE, PARTICIPATION, 10_000_000).run(sameDay, 0, BARS - 1);
    for (long group = 1; group <= 2; group++) {
      long wanted = group;
      List<Order> members =
          sameDay.stream().map(Sent::order).filter(order -> order.group() == wanted).toList();
      long filled = members.stream().mapToLong(order -> Math.abs(floor.filled(order.id()))).sum();
      assertThat(filled)
          .isLessThanOrEqualTo(members.stream().mapToLong(o -> Math.abs(o.lots())).max().orElse(0));
    }
  }

  @Property(tries = 1000)
  void buyersAndSellersMirrorEachOther(
      @ForAll("bars") long[][] bars, @ForAll("orders") List<Sent> any) {
    // A part of a price has no mirror.
    List<Sent> orders = any.stream().filter(sent -> !trails(sent.order.type())).toList();
    Floor one = new Floor(bars, Costs.NONE, PARTICIPATION, 10_000_000).run(orders, 0, BARS - 1);
    long[][] turned = new long[BARS][];
    for (int bar = 0; bar < BARS; bar++) {
      long[] row = bars[bar];
      turned[bar] =
          new long[] {mirror(row[0]), mirror(row[2]), mirror(row[1]), mirror(row[3]), row[4]};
    }
    List<Sent> opposite =
        orders.stream()
            .map(
                sent -> {
                  Order o = sent.order;
                  return new Sent(
                      sent.bar,
                      new Order(
                          o.id(),
                          0,
                          -o.lots(),
                          o.type(),
                          mirror(o.limit()),
                          mirror(o.stop()),
                          o.timeInForce(),
                          o.group(),
                          o.conditions()));
                })
            .toList();
    Floor other =
        new Floor(turned, Costs.NONE, PARTICIPATION, 10_000_000).run(opposite, 0, BARS - 1);
    assertThat(other.fills)
        .isEqualTo(
            one.fills.stream()
                .map(f -> new Fill(f.bar, f.order, -f.lots, mirror(f.ticks)))
                .toList());
    assertThat(other.account.equity()).isEqualTo(one.account.equity());
  }

  private static long mirror(long price) {
    return price == 0 ? 0 : 2 * MIDDLE - price;
  }

  @Property(tries = 1000)
  void equityIsCapitalAndWhatTheBooksSayWasEarned(
      @ForAll("bars") long[][] bars, @ForAll("orders") List<Sent> orders) {
    // Little money, so that orders are cut and accounts are liquidated.
    Floor floor = new Floor(bars, COSTS, PARTICIPATION, 300).run(orders, 0, BARS - 1);
    Account account = floor.account;
    long earned = -account.balance(0, Entry.REALISED) - account.balance(0, Entry.UNREALISED);
    long paid = account.balance(0, Entry.COMMISSION) + account.balance(0, Entry.SLIPPAGE);
    assertThat(account.equity()).isEqualTo(300 * Money.UNITS + earned - paid);
  }

  @Property(tries = 1000)
  void higherFeesNeverRaiseTheEquityOfTheSameFills(
      @ForAll("bars") long[][] bars, @ForAll("orders") List<Sent> orders) {
    Floor cheap =
        new Floor(bars, Costs.basisPoints(1, 5), PARTICIPATION, 10_000_000)
            .run(orders, 0, BARS - 1);
    Floor dear =
        new Floor(bars, Costs.basisPoints(2, 5), PARTICIPATION, 10_000_000)
            .run(orders, 0, BARS - 1);
    assertThat(dear.fills).isEqualTo(cheap.fills);
    assertThat(dear.account.equity()).isLessThanOrEqualTo(cheap.account.equity());
    if (!cheap.fills.isEmpty()) {
      assertThat(dear.account.equity()).isLessThan(cheap.account.equity());
    }
  }

  @Property(tries = 1000)
  void aSavedExchangeContinuesAsIfNothingHadHappened(
      @ForAll("bars") long[][] bars, @ForAll("orders") List<Sent> orders) throws IOException {
    Floor whole = new Floor(bars, COSTS, PARTICIPATION, 3_000).run(orders, 0, BARS - 1);
    Floor first = new Floor(bars, COSTS, PARTICIPATION, 3_000).run(orders, 0, BARS / 2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    first.account.save(new DataOutputStream(bytes));
    first.exchange.save(new DataOutputStream(bytes));
    Floor second = new Floor(bars, COSTS, PARTICIPATION, 1);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    second.account.restore(in);
    second.exchange.restore(in);
    second.run(orders, BARS / 2, BARS - 1);
    first.fills.addAll(second.fills);
    assertThat(first.fills).isEqualTo(whole.fills);
    assertThat(second.account.equity()).isEqualTo(whole.account.equity());
    assertThat(second.account.liquidationDistance()).isEqualTo(whole.account.liquidationDistance());
  }
}
