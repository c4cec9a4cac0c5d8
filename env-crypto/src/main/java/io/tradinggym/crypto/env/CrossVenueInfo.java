package io.tradinggym.crypto.env;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.trading.InfoBlock;
import io.tradinggym.trading.LaneParts;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.TradingInfo;
import java.util.ArrayList;
import java.util.List;

/** What other crypto environments report, of both venues together; nothing is funded, limited or refused. */
final class CrossVenueInfo implements InfoBlock {
  private final LaneParts<CrossVenueDesk> lane;
  private final CrossVenueDesk desk;

  CrossVenueInfo(LaneParts<CrossVenueDesk> lane) {
    this.lane = lane;
    desk = lane.desk();
  }

  @Override
  public List<InfoField> fields() {
    List<InfoField> fields =
        new ArrayList<>(
            List.of(
                TradingInfo.EQUITY,
                TradingInfo.CASH,
                TradingInfo.GROSS,
                TradingInfo.TRADED,
                TradingInfo.FEES,
                TradingInfo.CARRY,
                TradingInfo.FUNDING,
                TradingInfo.REALISED,
                TradingInfo.SHAPING,
                TradingInfo.BENCHMARK,
                TradingInfo.TIME,
                TradingInfo.LOWEST,
                TradingInfo.HIGHEST,
                TradingInfo.REFUSED));
    for (int venue = 0; venue < CrossVenueDesk.VENUES; venue++) {
      fields.add(TradingInfo.position(venue));
      fields.add(TradingInfo.weight(venue));
      fields.add(TradingInfo.price(venue));
    }
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    int next = at;
    double worth = Math.max(desk.equity(), TradingDesk.SMALLEST_EQUITY);
    frame.info(next++, desk.equity());
    frame.info(next++, desk.cash());
    frame.info(next++, lane.flows().gross);
    frame.info(next++, lane.flows().traded);
    frame.info(next++, lane.flows().fees);
    frame.info(next++, lane.flows().carry);
    frame.info(next++, 0);
    frame.info(next++, desk.realised());
    frame.info(next++, lane.reward().shaping());
    frame.info(next++, lane.flows().benchmarkReturn);
    frame.info(next++, (double) desk.cursor().time());
    frame.info(next++, 0);
    frame.info(next++, 1);
    frame.info(next++, 0);
    for (int venue = 0; venue < CrossVenueDesk.VENUES; venue++) {
      frame.info(next++, desk.venue(venue).coins());
      frame.info(next++, desk.coins(venue) / worth);
      frame.info(next++, desk.venue(venue).price());
    }
  }
}
