package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two listeners hear all that one hears, the first one first. */
class ListenersTest {
  private static AccountListener writing(String name, List<String> diary) {
    InvocationHandler writes =
        (proxy, method, arguments) -> {
          diary.add(name + " " + method.getName() + Arrays.toString(arguments));
          return null;
        };
    return (AccountListener)
        Proxy.newProxyInstance(
            AccountListener.class.getClassLoader(), new Class<?>[] {AccountListener.class}, writes);
  }

  private static Object argument(Class<?> type, int number) {
    if (type == int.class) {
      return number;
    }
    if (type == long.class) {
      return 100L + number;
    }
    return type == boolean.class ? number % 2 == 1 : type.getEnumConstants()[number % 2];
  }

  @Test
  void bothAreToldEverythingInOrder() throws ReflectiveOperationException {
    List<String> diary = new ArrayList<>();
    AccountListener both = AccountListener.both(writing("a", diary), writing("b", diary));
    List<String> expected = new ArrayList<>();
    for (Method method : AccountListener.class.getMethods()) {
      if (method.getReturnType() == void.class) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        Arrays.setAll(arguments, i -> argument(types[i], i + 1));
        method.invoke(both, arguments);
        for (String name : List.of("a ", "b ")) {
          expected.add(name + method.getName() + Arrays.toString(arguments));
        }
      }
    }
    assertThat(diary).isEqualTo(expected).hasSizeGreaterThan(15);
  }

  @Test
  void nobodyBesideSomebodyIsSomebody() {
    AccountListener one = writing("a", new ArrayList<>());
    assertThat(AccountListener.both(AccountListener.NONE, one)).isSameAs(one);
    assertThat(AccountListener.both(one, AccountListener.NONE)).isSameAs(one);
  }
}
