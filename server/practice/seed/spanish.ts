/** Spanish talks, in the notation of readTalk.ts. */
export const spanish: readonly string[] = [
  `89d nuria
Buenos días, nos habéis cobrado dos veces la cuota de este mes. ¿Podéis devolver una?
+4m elena > billing
+30m elena: Buenos días, Nuria. Veo los dos cargos: el primero quedó pendiente y el banco lo cobró más tarde. Ya he pedido la devolución del segundo.
+1m elena #refund
+1m elena Amount=390
+5d me: Ha llegado hoy, gracias.
+10m elena close
+2h me *5 Muy amables`,

  `87d teo
Hola, somos una cooperativa pequeña. ¿Cómo empiezo? No veo dónde se crea la primera tabla.
+12m elena > onboarding
+1h elena: ¡Bienvenido, Teo! Pulsa el signo más de la barra izquierda y elige «Tablero». Te he dejado uno de ejemplo con las tareas de una cosecha.
+1m elena #onboarding
+3h me: Ya lo veo, el ejemplo ayuda mucho.
+5m elena close`,

  `85d hugo
No puedo entrar, me dice que la contraseña ha caducado y el correo para cambiarla no llega.
+3m elena > support
+9m elena: Hola, Hugo. El correo sale, pero vuestro servidor lo devuelve por buzón lleno. Mientras tanto te he enviado el enlace a la dirección de Rosario.
+1m elena #login
+15m me: Dentro. Voy a vaciar el buzón ahora mismo.
+3m elena close`,

  `82d ximena | Alta de dos almacenes nuevos
Abrimos dos almacenes el mes que viene, unas cuarenta personas. ¿Nos conviene ampliar licencias o hacer otro espacio?
+20m elena > onboarding
+4h hiro: Buenas tardes, Ximena. Mejor un solo espacio con dos áreas: así los informes salen juntos. Le preparo una propuesta.
+1m hiro #VIP
+1d hiro: Aquí está la propuesta: cuarenta licencias, dos áreas y una hora de formación para cada almacén.
+6h me: Me parece bien. Procedan.
+2d hiro: Todo creado. La formación queda para el lunes y el martes a las nueve.
+4d hiro close
+1d me *5`,

  `80d lucia
¿Se puede poner el logotipo de la agencia en los itinerarios que enviamos al cliente?
+35m elena: Sí, Lucía, desde el plan Pro. En Starter sale el nombre en texto. Te he apuntado como interesada en que baje a Starter.
+1m elena #feature request
+1h me: Entendido, de momento nos vale con el nombre.
+2m elena close`,

  `78d promo
¡¡¡Gane clientes hoy!!! Bases de datos de empresas actualizadas, 2 millones de correos. Oferta solo por esta semana.
+3h elena #spam
+1m elena close`,

  `76d gaspar
En la factura H-2240 aparece el CIF antiguo. Necesito que la rehagáis con el nuevo antes del cierre del trimestre.
+5m elena > billing
+1h elena Invoice number=H-2240
+2m elena: Hola, Gaspar. He anulado la H-2240 y emitido la H-2240-R con el CIF nuevo. Las próximas saldrán ya bien.
+1m elena #invoice
+40m me: Perfecto, la contabilizo.
+3m elena close`,

  `74d amaia
El conector con nuestro taller duplica las órdenes cuando se corta la red. Tenemos 31 repetidas.
+4m elena > support
+1m elena Topic=Bug
+25m nadia > nadia
+15m elena: Hola, Amaia. Nadia está con ello; te escribo yo en español. El conector reintenta sin comprobar si la orden ya entró.
+1m elena #bug
+1d elena: Está corregido: ahora mira antes de repetir. También hemos borrado las 31 copias, conservando la primera de cada una.
+3h me: Comprobado, está todo. Buen trabajo.
+20m elena close`,

  `72d dario
Me he equivocado de plan, quería el gratuito y he pagado un año de Starter. ¿Hay solución?
+6m elena > billing
+2h tomas: Claro, Darío. Ha pasado menos de un mes, así que devuelvo el importe completo y te dejo en el plan gratuito.
+1m tomas #refund
+30m me: Uf, qué alivio. Mil gracias.
+4d tomas close
+1d me *5 Sin poner pegas`,

  `69d pilar
Los acentos salen mal al exportar a hoja de cálculo: «edición» aparece como «ediciÃ³n».
+18m elena: Hola, Pilar. La exportación va en UTF-8 y tu hoja la abre en otra codificación. Prueba con «Exportar para hojas de cálculo», que añade la marca.
+25m me: Con esa sale bien. ¿No debería ser la opción por defecto?
+4m elena #feature request
+2m elena: Tienes razón, lo he propuesto así.
+1m elena close`,

  `67d renata
Buenas, ¿tienen programa para consultores que implantan la herramienta en sus clientes?
+1h elena > onboarding
+6h elena: Buenas tardes, Renata. Sí: comisión del quince por ciento y un espacio de pruebas gratuito. Te envío las condiciones.
+1d me: Las leo esta semana y les digo.
+5m elena snooze 6d
+7d elena: Hola, Renata. ¿Pudiste leerlas? Quedo a tu disposición.
+2d elena close`,

  `65d efrain
El inicio de sesión único falla solo para los usuarios con Ñ en el nombre. Son nueve.
+3m elena > support
+1m elena People affected=9
+20m nadia > nadia
+30m elena: Hola, Efraín. El directorio manda la Ñ descompuesta y nosotros la comparábamos compuesta. La corrección sale esta noche.
+1m elena #login
+14h elena: Ya está en marcha. ¿Puede probar alguien de los nueve?
+1h me: Probaron tres y entraron los tres. Gracias.
+10m nadia close`,

  `62d rosario
Queremos dar de baja la clínica de Huesca: se cierra en unos meses. La de Zaragoza sigue.
+8m elena > billing
+50m elena: Lo siento, Rosario. Puedo archivar Huesca el último día del mes que nos diga: los datos se quedan en consulta y dejan de pagar esas once licencias.
+1m elena #cancellation
+1h me: Eso es justo lo que necesitamos.
+5m elena close`,

  `59d ciro
¿Me podéis enseñar a hacer plantillas? Cada libro lleva las mismas veinte tareas y las copio a mano.
+10m elena > onboarding
+2h elena: Con gusto, Ciro. Abre un libro terminado y elige «Guardar como plantilla»; las fechas se guardan en días desde el inicio.
+1m elena #onboarding
+40m me: Me acabas de ahorrar una tarde por libro.
+3m elena close
+1d me *5`,

  `56d visita
hola hay version en catalan?
+2h elena: ¡Hola! De momento español, inglés y francés. El catalán está en estudio, te apunto.
+15m me: vale gracias
+1d elena close`,

  `53d benat
Hemos recibido un aviso de impago, pero la transferencia salió el día 3 con el número de factura H-2257 en el concepto.
+4m elena > billing
+1h tomas note: La transferencia llegó sin concepto, está en pendientes. Casa con H-2257.
+3m tomas: Hola, Beñat. La he encontrado: el banco perdió el concepto por el camino. Queda aplicada y el aviso, anulado.
+1m tomas #invoice
+30m me: Estupendo, gracias por mirarlo.
+5m tomas close`,

  `50d inigo
Me sale la pantalla en blanco al abrir el itinerario de la familia que viaja mañana. ¡Es urgente!
+2m elena > support
+1m elena Urgent=true
+5m elena: Hola, Íñigo. Lo miro ya. Mientras, te envío el itinerario en PDF para que no te falte.
+12m elena: El fallo era una foto de cien megas. La hemos reducido y abre con normalidad.
+1m elena #bug
+4m me: Salvado. Gracias.
+3m elena close
+1h me *5 Rapidísimos`,

  `46d dolores
Necesito todas las facturas del año en XML para el contador externo.
+10m elena > billing
+2h tomas: Buenas tardes, Dolores. Le he generado un archivo con las doce. En adelante llegarán en XML y PDF cada mes.
+1m tomas #invoice
+1d me: Recibido y revisado, está completo.
+5m tomas close`,

  `43d nuria
¿Se puede bloquear que recepción cambie precios? Ayer alguien puso una suite a 9 euros.
+15m elena > support
+45m elena: ¡Vaya! Sí: en Funciones, quita «Editar tarifas» a Recepción. También te dejo activado el aviso para cambios mayores del treinta por ciento.
+20m me: Hecho. Lo del aviso es muy buena idea.
+2m elena close`,

  `40d sol
Hola, quería una demostración para un equipo de doce personas. Mejor por la tarde.
+30m elena > onboarding
+3h hiro: Hola, Sol. Puedo el miércoles o el jueves a las 16:00 de Montevideo. ¿Cuál prefieren?
+5h me: El jueves.
+10m hiro snooze 3d
+3d hiro: Gracias por el rato de hoy. Les dejo la grabación y el espacio de prueba.
+1d hiro close
+2h me *4 Muy clara`,

  `36d ximena
Felicidades por el mapa de rutas. Los choferes lo entendieron sin que nadie se los explicara, y eso no pasa nunca.
+1h elena: Qué alegría leerlo, Ximena. Se lo paso al equipo tal cual.
+1m elena #praise
+3m elena close`,

  `33d gaspar
Devolución: cancelamos el módulo de eventos el día 2 y aun así se cobró el mes entero.
+6m elena > billing
+3h elena: Hola, Gaspar. La baja quedó registrada el día 2 y el cobro fue el 1. Aun así te devolvemos la parte no usada: 84,30 euros.
+1m elena #refund
+1m elena Amount=84.3
+1d me: De acuerdo, aunque esperaba el mes completo.
+40m elena: Lo entiendo. He dejado una nota para que el próximo aviso de cobro salga tres días antes.
+1d elena close
+1d me *3 Correcto sin más`,

  `29d efrain
¿La API permite crear proyectos por lotes? Vamos a pasar unos 3.000 de un sistema viejo.
+12m elena > support
+2h nadia note: Up to 200 per call. Their limit is raised to 20 calls a minute for the move.
+30m elena: Sí, Efraín: hasta doscientos por llamada. Hemos subido vuestro límite durante dos semanas para la migración.
+1m elena #feature request
+6d me: Migración terminada, sin un solo error.
+1h elena close`,

  `25d rosario
Desde ayer los recordatorios a los pacientes llegan a las tres de la madrugada.
+2m elena > support
+1m elena Urgent=true
+8m elena > elena
+10m elena: Rosario, los he detenido hasta saber por qué. El servidor nuevo estaba en otra zona horaria.
+1h elena: Corregido: los de hoy salen a las diez. Siento mucho las molestias.
+1m elena #bug
+2h me: Ya salen bien. Dos pacientes se quejaron, pero con buen humor.
+15m elena close`,

  `21d bruno
Buenas tardes. ¿Qué incluye Enterprise que no tenga Pro? Somos 90.
+20m elena > onboarding
+4h hiro: Buenas tardes, Bruno. Inicio de sesión único, registro de auditoría, una persona de referencia y el 99,9 % por contrato. Con noventa personas le saldría a cuenta.
+1d me: ¿Pueden mandarme una cotización por dos años?
+3h hiro: Va en el correo, con un doce por ciento menos por el segundo año.
+5m hiro snooze 30d`,

  `16d pilar
Quiero cancelar la suscripción. Cerramos la editorial a fin de año.
+5m elena > billing
+1h elena: Lo siento de verdad, Pilar. La dejo cancelada a fin de año y te preparo una copia de todo para que la guardéis.
+1m elena #cancellation
+1d me: Gracias por el trato de todos estos años.
+30m elena close`,

  `11d amaia
¿Cuándo podremos firmar pedidos desde el móvil? Lo pedimos hace meses.
+25m elena > support
+3h elena: Hola, Amaia. Está en pruebas con cinco clientes. ¿Queréis ser el sexto?
+1m elena #feature request
+20m me: Sí, apuntadnos.
+1d elena: Apuntados. Lo veréis activo desde el lunes.
+5m elena Promised by=6d
+2m elena close`,

  `4d lucia
No me deja añadir a Íñigo al viaje del grupo de Soria, dice que no tiene permiso. Pero sí lo tiene.
+6m elena > support
+30m elena: Hola, Lucía. Su permiso era solo de lectura desde el cambio de función. ¿Quieres que le dé edición en todos los viajes o solo en ese?
+2h me: En todos, por favor.
+10m elena: Hecho.`,

  `1d dario
He vuelto a intentarlo con Starter y ahora me pide un código de IVA que no tengo, soy autónomo.
+4m elena > billing
+15h tomas: Hola, Darío. Deja el campo vacío y marca «Persona física». Si no te deja, dímelo y lo hago yo.
+1h me: No me deja, la casilla sale en gris.`,

  `2h teo
Buenas, ¿podemos pasar a Starter pero pagando por trimestre?
+2m elena > billing
+1m elena Topic=Invoice`,
];
