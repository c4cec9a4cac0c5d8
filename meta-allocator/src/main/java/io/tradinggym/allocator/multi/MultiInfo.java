package io.tradinggym.allocator.multi;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.options.trading.EveningAssignment;
import io.tradinggym.options.trading.Expiration;
import io.tradinggym.trading.InfoBlock;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.TradingInfo;
import java.util.ArrayList;
import java.util.List;

/** The account, what became of its contracts, the time; then what is held of each share and the perpetual. */
final class MultiInfo implements InfoBlock {
  private static final int OF_ALL = 7;

  private final SessionDesk<MultiTrader> lane;
  private final MultiBook book;
  private final Account account;
  private final List<EveningAssignment> evenings;
  private final List<Expiration> expirations;

  MultiInfo(SessionDesk<MultiTrader> lane) {
    this.lane = lane;
    book = lane.trader().book();
    account = lane.account();
    evenings = lane.events(EveningAssignment.class);
    expirations = lane.events(Expiration.class);
  }

  @Override
  public List<InfoField> fields() {
    List<InfoField> fields =
        new ArrayList<>(
            List.of(
                MultiAsset.EQUITY,
                MultiAsset.MARGIN,
                MultiAsset.GROSS,
                MultiAsset.CONTRACTS,
                MultiAsset.ASSIGNED,
                MultiAsset.EXERCISED,
                TradingInfo.TIME));
    for (int asset = 0; asset <= book.perpetual(); asset++) {
      fields.add(TradingInfo.position(asset));
      fields.add(TradingInfo.weight(asset));
      fields.add(TradingInfo.price(asset));
    }
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    long assigned = 0;
    long exercised = 0;
    for (int i = 0; i < evenings.size(); i++) {
      assigned += evenings.get(i).assigned() + expirations.get(i).assigned();
      exercised += expirations.get(i).exercised();
    }
    frame.info(at, lane.equity());
    frame.info(at + 1, Money.toDouble(account.maintenanceMargin()));
    frame.info(at + 2, Money.toDouble(account.gross()));
    frame.info(at + 3, book.contracts());
    frame.info(at + 4, (double) assigned);
    frame.info(at + 5, (double) exercised);
    frame.info(at + 6, (double) book.tape().time());
    double worth = Math.max(lane.worth(), Money.UNITS / 100);
    int next = at + OF_ALL;
    for (int asset = 0; asset <= book.perpetual(); asset++) {
      frame.info(next++, (double) account.lots(asset) / account.lotsPerUnit(asset));
      frame.info(next++, account.exposure(asset) / worth);
      frame.info(
          next++, Money.toDouble(Math.multiplyExact(account.mark(asset), account.tickSize(asset))));
    }
  }
}
