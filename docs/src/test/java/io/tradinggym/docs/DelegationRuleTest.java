package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Bars and markets that stand in front of others answer every question themselves: a default that is inherited there
 * forgets what the others say, such as their quotes or dividends.
 */
class DelegationRuleTest {
  /** Works marks and funding out of paths that a law has drawn, which have neither quotes nor dividends. */
  private static final Set<String> OF_DRAWN_PATHS =
      Set.of("io.tradinggym.crypto.market.MarkedBars");

  @Test
  void whoStandsInFrontOfBarsPassesEverythingOn() {
    assertThat(forgotten(Bars.class)).isEmpty();
  }

  @Test
  void whoStandsInFrontOfAMarketPassesEverythingOn() {
    assertThat(forgotten(Market.class)).isEmpty();
  }

  private static Set<String> forgotten(Class<?> contract) {
    Set<String> forgotten = new TreeSet<>();
    int fronts = 0;
    for (JavaClass type : Production.CLASSES) {
      if (stands(type, contract)) {
        fronts++;
        Class<?> front = type.reflect();
        for (Method method : contract.getMethods()) {
          if (!Modifier.isStatic(method.getModifiers()) && inherits(front, method)) {
            forgotten.add(front.getName() + " drops " + method.getName());
          }
        }
      }
    }
    assertThat(fronts).as("classes in front of " + contract.getSimpleName()).isGreaterThan(2);
    return forgotten;
  }

  private static boolean stands(JavaClass type, Class<?> contract) {
    return type.isAssignableTo(contract)
        && !type.isInterface()
        && !OF_DRAWN_PATHS.contains(type.getName())
        && type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .anyMatch(field -> field.getRawType().isEquivalentTo(contract));
  }

  private static boolean inherits(Class<?> front, Method method) {
    try {
      return front.getMethod(method.getName(), method.getParameterTypes()).getDeclaringClass()
          == method.getDeclaringClass();
    } catch (NoSuchMethodException e) {
      throw new LinkageError(front + " has no " + method, e);
    }
  }
}
