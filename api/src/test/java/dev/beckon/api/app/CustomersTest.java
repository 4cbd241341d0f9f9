package dev.beckon.api.app;

import static dev.beckon.api.testing.Fields.fields;
import static dev.beckon.api.testing.Fields.json;
import static dev.beckon.api.testing.Fields.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CustomersTest extends AppTest {
  @Test
  void attributesAreTextWhateverWasStored() {
    stage.identify(
        "42",
        "{'email':'ada@example.com','n':7,'half':0.5,'ok':true,'gone':1,'list':[1,'a'],'o':{'a':1}}");
    stage.identify("42", "{'gone':''}");
    Value.Fields customer = fields(stage.appJson("/v1/customers/42/attributes"), "customer");
    String cioId = text(fields(customer, "identifiers"), "cio_id");
    assertThat(customer)
        .isEqualTo(
            json(
                """
                {'id':'42',
                 'identifiers':{'id':'42','email':'ada@example.com','cio_id':'%1$s'},
                 'attributes':{'id':'42','email':'ada@example.com','cio_id':'%1$s','n':'7',
                   'half':'0.5','ok':'true','list':'[1,\\u0022a\\u0022]','o':'{\\u0022a\\u0022:1}'},
                 'timestamps':{'cio_id':%2$d,'n':%2$d,'half':%2$d,'ok':%2$d,'list':%2$d,'o':%2$d},
                 'unsubscribed':false,'devices':[]}
                """
                    .formatted(cioId, START_S)));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "'\"TRUE\"', true", "1, true", "false, false", "'\"yes\"', false"})
  void unsubscribedIsReadLoosely(String value, boolean expected) {
    stage.identify("42", "{'unsubscribed':" + value + "}");
    Value.Fields customer = fields(stage.appJson("/v1/customers/42/attributes"), "customer");
    assertThat(customer.get("unsubscribed")).isEqualTo(Value.of(expected));
  }

  @Test
  void peopleAreFoundByEachOfTheirNames() {
    stage.identify("42", "{'email':'Ada+x@example.com'}");
    String cioId = stage.cioIdOf("42");
    for (String target :
        List.of(
            "/v1/customers/42/attributes?id_type=id",
            "/v1/customers/ada%2BX%40example.com/attributes?id_type=email",
            "/v1/customers/cio_" + cioId + "/attributes?id_type=cio_id",
            "/v1/customers/" + cioId + "/attributes?id_type=cio_id",
            "/v1/customers/cio_" + cioId + "/attributes")) {
      assertThat(stage.app(target).status()).as(target).isEqualTo(200);
    }
    for (String target :
        List.of(
            "/v1/customers/43/attributes",
            "/v1/customers/ada%2Bx%40example.com/attributes",
            "/v1/customers/42/attributes?id_type=email",
            "/v1/customers/cio_42/attributes",
            "/v1/customers/cio_ffffffffffffffff/attributes",
            "/v1/customers/" + "x".repeat(151) + "/attributes")) {
      assertError(target, 404);
    }
    assertError("/v1/customers/42/attributes?id_type=phone", 400);
    assertError("/v1/customers/42/attributes?id_type=name", 400);
  }

  @Test
  void peopleAreListedByEmail() {
    stage.identify("42", "{'email':'ada@example.com'}");
    assertThat(stage.appJson("/v1/customers?email=ADA%40example.com"))
        .isEqualTo(
            json(
                "{'results':[{'id':'42','email':'ada@example.com','cio_id':'"
                    + stage.cioIdOf("42")
                    + "'}]}"));
    assertThat(stage.appJson("/v1/customers?email=bob%40example.com"))
        .isEqualTo(json("{'results':[]}"));
    assertError("/v1/customers", 400);
  }
}
