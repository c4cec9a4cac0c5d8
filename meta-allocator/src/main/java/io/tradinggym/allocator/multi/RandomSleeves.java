package io.tradinggym.allocator.multi;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.margin.MarginBook;
import io.tradinggym.options.trading.FillRule;
import io.tradinggym.options.trading.OptionDesk;
import io.tradinggym.options.trading.StrategyKind;
import io.tradinggym.options.trading.StrategyOrder;
import io.tradinggym.trading.SessionTrader;
import io.tradinggym.trading.flow.OrderFlow;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.Arrays;

/** Sleeves that trade against each other and the market by lot: targets that are netted, strategies of their own. */
final class RandomSleeves implements SessionTrader {
  private static final int MOST_TARGETS = 6;
  private static final double COMMISSION = 65;

  private final MultiBook book;
  private final int sleeves;
  private final RandomStream random;
  private final StrategyOrder[] orders =
      StrategyKind.ALL.stream().map(StrategyOrder::new).toArray(StrategyOrder[]::new);
  private final MarginBook margin = new MarginBook(ExchangeMargin.EQUITY, 4);
  private final long[] weights;

  RandomSleeves(MultiBook book, RandomStream random) {
    this.book = book;
    this.random = random;
    sleeves = book.sleeves().count();
    weights = new long[sleeves];
  }

  @Override
  public void begin() {
    book.begin();
    Arrays.setAll(weights, sleeve -> 1L + random.integer(5));
    book.sleeves().divide(weights);
  }

  @Override
  public void trade() {
    if (random.bernoulli(0.4)) {
      open(random.integer(book.desks()));
    }
    OrderFlow flow = book.venue().flow();
    for (int i = random.integer(MOST_TARGETS + 1); i > 0; i--) {
      target(flow);
    }
    flow.send();
  }

  private void open(int share) {
    OptionDesk desk = book.desk(share);
    StrategyOrder order = orders[random.integer(orders.length)];
    order.draw(
        book.tape().board(share), 0, desk.shares() != 0, FillRule.QUOTES, COMMISSION, margin);
    boolean room = desk.size() + StrategyKind.LEGS <= OptionDesk.SLOTS;
    if (order.quoted() && room) {
      desk.open(random.integer(sleeves), order, 1 + random.integer(5));
    }
  }

  /** Some lots of anything that is listed. */
  private void target(OrderFlow flow) {
    Account account = book.account();
    int sleeve = random.integer(sleeves);
    ListedOptions options = account.options();
    int share = random.integer(book.desks());
    if (options.count(share) > 0 && random.bernoulli(0.3)) {
      int option = options.get(share, random.integer(options.count(share)));
      flow.target(sleeve, option, random.integer(11) - 5L);
      return;
    }
    int asset = random.integer(book.perpetual() + 1);
    if (book.tape().trades(asset)) {
      flow.target(sleeve, asset, random.integer(401) - 200L);
    }
  }

  @Override
  public void mark() {
    book.mark();
  }

  @Override
  public void look() {}

  @Override
  public boolean holdsAny() {
    return book.holdsAny();
  }

  @Override
  public void liquidate() {
    book.liquidate();
  }

  @Override
  public void save(DataOutput out) {
    throw new UnsupportedOperationException("random sleeves are not saved");
  }

  @Override
  public void restore(DataInput in) {
    throw new UnsupportedOperationException("random sleeves are not restored");
  }
}
