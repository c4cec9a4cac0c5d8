package io.tradinggym.data.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.Judge;
import io.tradinggym.data.collect.Judges;
import java.util.List;

/** Tells Binance's answers from its refusals: an object of a code and a message, whatever the status. */
final class BinanceJudge {
  private static final int BANNED = -1003;
  private static final int NO_SUCH_SYMBOL = -1121;
  private static final List<Integer> KEYS = List.of(-2014, -2015);

  private BinanceJudge() {}

  /** {@return accepts lists} */
  static Judge list(String name) {
    return reply -> {
      JsonNode node = answer(name, reply);
      if (!node.isArray()) {
        throw new CollectException(
            Kind.SCHEMA, name, "a list must come, was " + node.getNodeType());
      }
    };
  }

  /** {@return accepts objects with a member} */
  static Judge object(String name, String member) {
    return reply -> Judges.need(name, answer(name, reply), member);
  }

  private static JsonNode answer(String name, Judge.Reply reply) throws CollectException {
    JsonNode node = Judges.json(name, reply);
    if (node.isObject() && node.has("code") && node.has("msg")) {
      int code = node.get("code").asInt();
      throw Judges.failure(
          kind(code, reply.status()), name, code + " " + node.get("msg").asText(), reply);
    }
    Judges.status(name, reply);
    return node;
  }

  private static Kind kind(int code, int status) {
    if (code == BANNED || status == 429 || status == 418) {
      return Kind.RATE;
    }
    if (code == NO_SUCH_SYMBOL) {
      return Kind.NOT_FOUND;
    }
    if (KEYS.contains(code)) {
      return Kind.AUTH;
    }
    if (status == 451 || status == 403) {
      return Kind.PLAN;
    }
    return status >= 500 ? Kind.UPSTREAM : Kind.SCHEMA;
  }
}
